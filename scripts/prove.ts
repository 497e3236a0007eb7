import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT } from "./stages.ts";

// npm run fuzz -- --minutes 600 --seed 1 · npm run kill-server -- --cycles 300 · npm run soak

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "10" },
    cycles: { type: "string", default: "300" },
    reports: { type: "string", default: "500" },
    kilobytes: { type: "string", default: "40" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const { minutes, cycles, reports, kilobytes, seed } = values;

type Proof = { file: string; environment: Record<string, string> };
const PROOFS: Record<string, Proof> = {
  fuzz: {
    file: "proof/fuzz/fuzz.test.ts",
    environment: { FUZZ_MINUTES: minutes, FUZZ_COMMANDS: String(10 ** 9), FUZZ_SEED: seed },
  },
  "kill-server": {
    file: "proof/kill/kill-server.test.ts",
    environment: { KILL_CYCLES: cycles, KILL_SEED: seed },
  },
  soak: {
    file: "proof/soak/soak.test.ts",
    environment: { SOAK_REPORTS: reports, SOAK_KILOBYTES: kilobytes, SOAK_SEED: seed },
  },
};

const proof = PROOFS[positionals[0] ?? ""];
if (!proof) {
  console.error(`Which one? ${Object.keys(PROOFS).join(", ")}`);
  process.exit(1);
}
const { file, environment } = proof;
const run = spawn("npx", ["vitest", "run", file, "--disable-console-intercept"], {
  cwd: ROOT,
  env: { ...process.env, ...environment },
  stdio: "inherit",
});
run.on("exit", (code) => process.exit(code ?? 1));
