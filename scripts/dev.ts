import { type ChildProcess, spawn } from "node:child_process";
import { ROOT } from "./stages.ts";

const PAGE_PORT = process.env.PAGE_PORT ?? "5173";

/** The server restarts when its files change; Vite serves the page and hands /api on to it. */
const children = [
  start("node", ["--watch", "--watch-preserve-output", "sync-server/main.ts"]),
  start(`${ROOT}/node_modules/.bin/vite`, ["--port", PAGE_PORT, "--strictPort"]),
];

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopAll);
for (const child of children) child.once("exit", stopAll);

function start(program: string, args: string[]): ChildProcess {
  return spawn(program, args, {
    cwd: ROOT,
    env: { PORT: "8080", PUBLIC_ORIGIN: `http://localhost:${PAGE_PORT}`, ...process.env },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** One without the other is of no use: whichever ends takes the other along. */
function stopAll(): void {
  for (const child of children) child.kill("SIGTERM");
}
