import { CHECKS } from "./checks.ts";
import { runStages } from "./stages.ts";

await runStages([CHECKS]);
