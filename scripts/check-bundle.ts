import { BUDGETS, measureBundle } from "./bundle-budget.ts";
import { ROOT } from "./stages.ts";

const KB = 1000;
const { sizes, files, strangers } = measureBundle(`${ROOT}/dist/web`, BUDGETS);

for (const [file, bytes] of files) console.log(`${file.padEnd(52)} ${kilobytes(bytes)}`);
console.log();
for (const { name, bytes, budget } of sizes) {
  const verdict = bytes > budget ? "TOO LARGE" : "ok";
  console.log(`${name.padEnd(52)} ${kilobytes(bytes)}  of ${kilobytes(budget)}  ${verdict}`);
  if (bytes > budget) process.exitCode = 1;
}
for (const module of strangers) {
  console.error(`An officer would load ${module}: import that screen lazily.`);
  process.exitCode = 1;
}

function kilobytes(bytes: number): string {
  return `${(bytes / KB).toFixed(1).padStart(6)} KB gzip`;
}
