import { type Goal, goalTable } from "../ground/goal.ts";
import type { Figures, Load } from "./measure.ts";

/** Figures per photo, in the order of `photos`; loads per run. */
export type PhotoResults = {
  photos: string[];
  contests: Record<string, Figures[]>;
  queues: { shipped: Load[]; library: Load[] };
};

type Half = "tuning" | "held-out";

const NAMES: Record<string, string> = {
  webp: "our worker, WebP (shipped)",
  jpeg: "our worker, JPEG",
  "library-task": "browser-image-compression, 1600 px and 300 KB",
  library: "the same, 1600 px at quality 0.8, no byte limit",
  "library-budget": "the same, 300 KB from quality 0.8, keeping all pixels",
  "native-full": "libjpeg-turbo, every pixel decoded, no resize",
  "native-reduced": "libjpeg-turbo, decoded at half size, no resize",
};

/** The figures of goal 7, each with its limit, on photos that no setting was chosen by. */
export function photoGoals(results: PhotoResults): Goal[] {
  const of = (name: string) => meanOf(results, name, "held-out");
  const [webp, library] = [of("webp"), of("library-task")];
  const { shipped } = results.queues;
  return [
    { name: "photos, longest block of the page, ms", value: worst(shipped, "blockMs"), limit: 50 },
    { name: "photos, extra memory, MB", value: worst(shipped, "extraMb"), limit: 150 },
    {
      name: "photos, time per JPEG, × native",
      value: of("jpeg").ms / of("native-full").ms,
      limit: 2.2,
    },
    { name: "photos, bytes, × the library's", value: webp.bytes / library.bytes, limit: 0.7 },
    {
      name: "photos, SSIM less the library's",
      value: webp.ssim - library.ssim,
      limit: 0,
      atLeast: true,
    },
  ];
}

/** Two tables: what was measured, and how it stands to the goals. */
export function toMarkdown(results: PhotoResults): string {
  const { shipped, library } = results.queues;
  const loads: Record<string, Load[]> = { webp: shipped, "library-task": library };
  const rows = Object.keys(results.contests).map((name) => {
    const heldOut = meanOf(results, name, "held-out");
    const tuning = meanOf(results, name, "tuning");
    const load = loads[name];
    const cells = [
      NAMES[name] ?? name,
      heldOut.ms.toFixed(0),
      ...(heldOut.bytes ? [kilobytes(heldOut), heldOut.ssim.toFixed(4)] : ["", ""]),
      ...(tuning.bytes ? [`${kilobytes(tuning)} / ${tuning.ssim.toFixed(4)}`] : [""]),
      load ? worst(load, "blockMs").toFixed(0) : "",
      load ? worst(load, "extraMb").toFixed(0) : "",
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| | ms per photo | KB | SSIM | tuning half: KB / SSIM | longest block, ms | extra memory, MB |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
    goalTable(photoGoals(results)),
  ].join("\n");
}

function kilobytes({ bytes }: Figures): string {
  return (bytes / 1000).toFixed(0);
}

/** Means over every other photo: every photo weighs the same. */
function meanOf({ contests }: PhotoResults, name: string, half: Half): Figures {
  const mine = (contests[name] ?? []).filter((_, i) => (i % 2 === 0) === (half === "tuning"));
  const mean = (key: keyof Figures) =>
    mine.reduce((sum, figures) => sum + figures[key], 0) / Math.max(1, mine.length);
  return { ms: mean("ms"), bytes: mean("bytes"), ssim: mean("ssim") };
}

function worst(loads: Load[], key: keyof Load): number {
  return Math.max(...loads.map((load) => load[key]));
}
