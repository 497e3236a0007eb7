import { makeBackup } from "../backup/make-backup.ts";
import { restoreBackup } from "../backup/restore-backup.ts";

// Started by a test: a backup or a restore that dies, as by kill -9, when it has come to a stage.

const [what, fatal = "", dataDir = "", other = ""] = process.argv.slice(2);
const onStage = (stage: string) => {
  if (stage === fatal) process.kill(process.pid, "SIGKILL");
};
const now = new Date();
if (what === "backup") await makeBackup({ dataDir, target: other, now, onStage });
else await restoreBackup({ dataDir, source: other, now, onStage });
