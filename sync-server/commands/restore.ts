import { restoreBackup } from "../backup/restore-backup.ts";
import { readConfig } from "../config.ts";
import { fail } from "./fail.ts";

// npm run restore -- SOURCE

const config = readConfig(process.env);
if (!config.ok) fail(...config.error);
const source = process.argv[2] ?? config.value.backup?.dir;
if (source === undefined) fail("Say from where: npm run restore -- BACKUP, or set BACKUP_DIR.");

const { dataDir } = config.value;
const restored = await restoreBackup({ source, dataDir, now: new Date() });
if (!restored.ok) fail(restored.error);
const { backup, manifest, epoch, setAside } = restored.value;
console.log(
  `${dataDir} is ${backup} of ${manifest.madeAt}, with ${manifest.files.length} files; epoch ${epoch} begins.`,
);
if (setAside) console.log(`What was there before is in ${setAside}; remove it when all is well.`);
console.log("Start the server: tablets send again what the backup lacks.");
