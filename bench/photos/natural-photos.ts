import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = ["mate-backgrounds", "libjpeg-turbo-progs"];

/** Photographs of at least 1600 × 1200 px within 4:3, so that detail at the final size is real. */
const PHOTOGRAPHS = [
  "abstract/Elephants_5640x3172.jpg",
  ...["Aqua", "Blinds", "Garden", "LadyBird", "RainDrops", "Storm", "TwoWings", "Wood"].map(
    (name) => `nature/${name}.jpg`,
  ),
  "nature/YellowFlower.jpg",
];

export type DebianFiles = { photographs: string[]; djpeg: string; cjpeg: string };

/**
 * Natural photographs and libjpeg-turbo's own programs, from Debian, unpacked into `folder` without
 * being installed. Undefined where there is no Debian.
 */
export function fetchDebianFiles(folder: string): DebianFiles | undefined {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  const root = join(folder, "root");
  if (!existsSync(root)) {
    mkdirSync(folder, { recursive: true });
    execFileSync("apt-get", ["download", ...PACKAGES], { cwd: folder, stdio: "ignore" });
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".deb"))) {
      execFileSync("dpkg-deb", ["-x", join(folder, name), root]);
    }
  }
  const pictures = join(root, "usr/share/backgrounds/mate");
  return {
    photographs: PHOTOGRAPHS.map((name) => join(pictures, name)),
    djpeg: join(root, "usr/bin/djpeg"),
    cjpeg: join(root, "usr/bin/cjpeg"),
  };
}
