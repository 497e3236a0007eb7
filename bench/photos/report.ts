import type { Contest, Load } from "./measure.ts";

export type PhotoResults = {
  photos: number;
  contests: Record<string, Contest>;
  queues: { shipped: Load; library: Load };
};

type Goal = { name: string; value: number; limit: number; atLeast?: boolean };

const NAMES: Record<string, string> = {
  webp: "our worker, WebP (shipped)",
  jpeg: "our worker, JPEG",
  library: "browser-image-compression, JPEG",
  "library-webp": "browser-image-compression, WebP",
  "native-full": "libjpeg-turbo, every pixel decoded, no resize",
  "native-reduced": "libjpeg-turbo, decoded at half size, no resize",
};

/** The figures of goal 7, each with its limit. */
export function goalsOf({ contests, queues }: PhotoResults): Goal[] {
  const of = (name: string) => contests[name] ?? { ms: 0, bytes: 0, ssim: 0 };
  const [webp, library] = [of("webp"), of("library")];
  return [
    { name: "longest block of the page, ms", value: queues.shipped.blockMs, limit: 50 },
    { name: "extra memory, MB", value: queues.shipped.extraMb, limit: 150 },
    {
      name: "time per JPEG, × native",
      value: of("jpeg").ms / of("native-full").ms,
      limit: 2.2,
    },
    { name: "bytes, × the library's", value: webp.bytes / library.bytes, limit: 0.7 },
    { name: "SSIM less the library's", value: webp.ssim - library.ssim, limit: 0, atLeast: true },
  ];
}

export function isMet({ value, limit, atLeast }: Goal): boolean {
  return atLeast ? value >= limit : value <= limit;
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
  const goals = goalsOf(results).map((goal) => {
    const sign = goal.atLeast ? "≥" : "≤";
    const verdict = isMet(goal) ? "met" : "**missed**";
    return `| ${goal.name} | ${goal.value.toFixed(3)} | ${sign} ${goal.limit} | ${verdict} |`;
  });
  return [
    "| | ms per photo | KB | SSIM | longest block, ms | extra memory, MB |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    "| goal 7 | measured | limit | |",
    "|---|---|---|---|",
    ...goals,
  ].join("\n");
}
