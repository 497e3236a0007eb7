import { parseArgs } from "node:util";
import { removeOldBackups } from "../backup/backup-folders.ts";
import { makeBackup } from "../backup/make-backup.ts";
import { readConfig } from "../config.ts";
import { fail } from "./fail.ts";

// npm run backup -- TARGET [--keep N]

const config = readConfig(process.env);
if (!config.ok) fail(...config.error);
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" } },
});
const target = positionals[0] ?? config.value.backup?.dir;
if (target === undefined) fail("Say where to: npm run backup -- FOLDER, or set BACKUP_DIR.");
if (values.keep !== undefined && !/^[1-9]\d{0,4}$/.test(values.keep)) {
  fail("--keep must be how many backups to keep, 1 or more.");
}

const made = await makeBackup({ dataDir: config.value.dataDir, target, now: new Date() });
if (!made.ok) fail(made.error);
const { folder, manifest } = made.value;
if (values.keep !== undefined) await removeOldBackups(target, Number(values.keep));
console.log(
  `${folder}: the database up to change ${manifest.headSeq} and ${manifest.files.length} files, read again and found right.`,
);
if (manifest.damaged.length > 0) {
  fail(
    `The server has lost or damaged ${manifest.damaged.length} files, such as ${manifest.damaged[0]}; tablets keep all they have until a backup is whole.`,
  );
}
