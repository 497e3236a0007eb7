import { type Goal, goalTable } from "../ground/goal.ts";
import type { Contest, Load } from "./measure.ts";

export type PhotoResults = {
  photos: number;
  contests: Record<string, Contest>;
  queues: { shipped: Load; library: Load };
};

const NAMES: Record<string, string> = {
  webp: "our worker, WebP (shipped)",
  jpeg: "our worker, JPEG",
  library: "browser-image-compression, JPEG",
  "library-webp": "browser-image-compression, WebP",
  "native-full": "libjpeg-turbo, every pixel decoded, no resize",
  "native-reduced": "libjpeg-turbo, decoded at half size, no resize",
};

/** The figures of goal 7, each with its limit. */
export function photoGoals({ contests, queues }: PhotoResults): Goal[] {
  const of = (name: string) => contests[name] ?? { ms: 0, bytes: 0, ssim: 0 };
  const [webp, library] = [of("webp"), of("library")];
  return [
    { name: "photos, longest block of the page, ms", value: queues.shipped.blockMs, limit: 50 },
    { name: "photos, extra memory, MB", value: queues.shipped.extraMb, limit: 150 },
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
  const loads: Record<string, Load> = { webp: shipped, library };
  const rows = Object.entries(results.contests).map(([name, contest]) => {
    const load = loads[name];
    const cells = [
      NAMES[name] ?? name,
      contest.ms.toFixed(0),
      contest.bytes ? (contest.bytes / 1000).toFixed(0) : "",
      contest.ssim ? contest.ssim.toFixed(4) : "",
      load ? load.blockMs.toFixed(0) : "",
      load ? load.extraMb.toFixed(0) : "",
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| | ms per photo | KB | SSIM | longest block, ms | extra memory, MB |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    goalTable(photoGoals(results)),
  ].join("\n");
}
