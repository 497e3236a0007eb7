import {
  ArrowUpFromLine,
  BadgeCheck,
  CircleDashed,
  Clock3,
  CornerUpLeft,
  GitCompareArrows,
  type IconNode,
  Images,
  Landmark,
  PencilLine,
  TriangleAlert,
} from "lucide";
import type { Words } from "../i18n/language.ts";

/** The ten states of a report or area record. Warm ones mean "your turn" and are the only filled ones. */
export type Status = keyof Words["status"];

/** Colour of a state, a class of status.css. */
export type Tone = "quiet" | "ink" | "kram" | "bai" | "din" | "mang" | "krang";

type StatusLook = { icon: IconNode; tone: Tone; filled: boolean };

export const STATUS_LOOKS: Record<Status, StatusLook> = {
  "not-reported": { icon: CircleDashed, tone: "quiet", filled: false },
  draft: { icon: PencilLine, tone: "ink", filled: false },
  queued: { icon: Clock3, tone: "kram", filled: false },
  sending: { icon: ArrowUpFromLine, tone: "kram", filled: false },
  "photos-pending": { icon: Images, tone: "kram", filled: false },
  received: { icon: Landmark, tone: "kram", filled: false },
  returned: { icon: CornerUpLeft, tone: "din", filled: true },
  conflict: { icon: GitCompareArrows, tone: "mang", filled: true },
  "needs-care": { icon: TriangleAlert, tone: "krang", filled: true },
  endorsed: { icon: BadgeCheck, tone: "bai", filled: false },
};
