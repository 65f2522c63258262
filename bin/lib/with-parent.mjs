// Loaded before a child's own code: when the supervisor is gone, however it went, so is the child.
// A child's own children inherit this file but answer to the child, whose channel they need.
if (process.ppid === Number(process.env.OMS_SUPERVISOR)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
