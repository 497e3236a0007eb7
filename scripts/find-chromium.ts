import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/**
 * What the browser's own window would do beside the pages. Each window draws its address bar's two
 * menus as pages of their own, a third of what opening a tablet costs. Of several such lists Chromium
 * knows the last only: from AimEnabled on, this one repeats Playwright's.
 */
const WITHOUT_FEATURES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "msForceBrowserSignIn",
];

/** Containers rarely allow Chromium its own sandbox, and the tests open nothing but our own pages. */
export const CHROMIUM_ARGS = ["--no-sandbox", `--disable-features=${WITHOUT_FEATURES.join()}`];

const COMMANDS = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Where a Chromium is, without installing anything: CHROMIUM_PATH, else an installed Chrome or
 * Chromium, else the one Playwright has downloaded.
 *
 * @throws when CHROMIUM_PATH is set and wrong: a wish is never silently replaced by a guess.
 */
export function findChromium(environment = process.env): string | undefined {
  const wished = environment.CHROMIUM_PATH;
  if (wished) {
    if (!isExecutable(wished)) throw new Error(`CHROMIUM_PATH is not a program: ${wished}`);
    return wished;
  }
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...APPLICATIONS,
    chromium.executablePath(),
  ];
  return candidates.find(isExecutable);
}

/**
 * A Chromium for certain: found, else downloaded by Playwright, else installed from Debian.
 *
 * @throws one plain sentence when none can be had, so that browser tests fail instead of vanishing.
 */
export function requireChromium(): string {
  const attempts = [
    () => {},
    () => run("npx", ["playwright", "install", "chromium"]),
    installFromDebian,
  ];
  for (const attempt of attempts) {
    attempt();
    const found = findChromium();
    if (found) return found;
  }
  throw new Error(
    "No Chromium was found and none could be installed: install Chrome or Chromium, or set CHROMIUM_PATH to one.",
  );
}

function installFromDebian(): void {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return;
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"]);
}

/** Runs an installer to its end. Its failure shows in what it prints and in Chromium still missing. */
function run(command: string, args: string[]): void {
  console.log(`No Chromium yet, trying: ${command} ${args.join(" ")}`);
  try {
    execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  } catch {
    console.log(`${command} did not succeed.`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main) {
  try {
    console.log(requireChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
