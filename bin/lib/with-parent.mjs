// Loaded before a child's own code: when the supervisor is gone, however it went, so is the child.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
