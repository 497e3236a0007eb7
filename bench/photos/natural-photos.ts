import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = [
  "lomiri-wallpapers-16.04",
  "lomiri-wallpapers-20.04",
  "mate-backgrounds",
  "libjpeg-turbo-progs",
];
const PICTURES = "usr/share/backgrounds";

/**
 * Every photograph in these packages that has at least 2000 px within 4:3, so that there is detail
 * to lose at the final 1600; paintings, patterns and renderings are left out. In order of name: the
 * halves for tuning and for judging take turns.
 */
const PHOTOGRAPHS = [
  "mate/nature/Aqua",
  "Bridge_by_Sander_Klootwijk",
  "Dragonfly_by_Bolly",
  "mate/abstract/Elephants_5640x3172",
  "mate/nature/Garden",
  "Kleiber_by_Lukas_Baubkus",
  "mate/nature/LadyBird",
  "Picture_0B_by_freespace",
  "mate/nature/TwoWings",
  "Wine_by_Jakkub_Mede",
  "mate/nature/Wood",
  "mate/nature/YellowFlower",
  "aitzgorri_by_Aitzol_Berasategi",
  "free_by_Peter_Nerlich",
  "friends_by_Aitzol_Berasategi",
  "greentock_by_Peter_Nerlich",
  "life_by_Aitzol_Berasategi",
  "picosdeeuropa_by_Aitzol_Berasategi",
  "seeding_by_Clements_Engelhardt",
  "sunset_by_Aitzol_Berasategi",
];

export type DebianFiles = { photographs: string[]; djpeg: string; cjpeg: string };

/**
 * Natural photographs and libjpeg-turbo's own programs, from Debian, unpacked into `folder` without
 * being installed. Undefined where there is no Debian.
 */
export function fetchDebianFiles(folder: string): DebianFiles | undefined {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  const root = join(folder, "root");
  const files: DebianFiles = {
    photographs: PHOTOGRAPHS.map((name) => join(root, PICTURES, `${name}.jpg`)),
    djpeg: join(root, "usr/bin/djpeg"),
    cjpeg: join(root, "usr/bin/cjpeg"),
  };
  if (![...files.photographs, files.djpeg, files.cjpeg].every((path) => existsSync(path))) {
    mkdirSync(folder, { recursive: true });
    execFileSync("apt-get", ["download", ...PACKAGES], { cwd: folder, stdio: "ignore" });
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".deb"))) {
      execFileSync("dpkg-deb", ["-x", join(folder, name), root]);
    }
  }
  return files;
}
