import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startCluster } from "./lib/cluster.mjs";
import { run, say } from "./lib/say.mjs";

await run(async () => {
  const { values } = parseArgs({ options: { dir: { type: "string" }, bin: { type: "string" } } });
  if (!values.dir) {
    say("Say where: node bin/cluster.mjs --dir FOLDER [--bin FOLDER_OF_ANOTHER_POSTGRESQL]");
    return 1;
  }
  const cluster = await startCluster({
    dir: resolve(values.dir),
    throwaway: true,
    bin: values.bin,
  });
  say(`DATABASE_OWNER_URL=${cluster.ownerUrl}`);
  say(`DATABASE_URL=${cluster.appUrl}`);
  await new Promise((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    cluster.exited.then(stop);
  });
  await cluster.stop();
  return 0;
});
