import { runningCluster } from "./lib/cluster.mjs";
import { dataDir } from "./lib/paths.mjs";
import { run, say } from "./lib/say.mjs";

await run(() => {
  const cluster = runningCluster(dataDir);
  if (!cluster) {
    process.stderr.write("The embedded database is not running: npm start starts it.\n");
    return 1;
  }
  say(cluster.ownerUrl);
  return 0;
});
