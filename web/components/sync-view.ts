import { type IconNode, TriangleAlert } from "lucide";
import type { Words } from "../i18n/language.ts";
import { TabletKept, TabletSending } from "./tablet-glyphs.ts";

/** Where everything is. The network's state is the second thing said, never the first. */
export type SyncView =
  /** Kept here; `waiting` items go when there is signal. */
  | { kind: "kept"; waiting: number; signal: boolean }
  | { kind: "sending"; photosSent: number; photosTotal: number }
  /** Nothing waits; `at` is when that came about, as shown: "10:04 น." */
  | { kind: "done"; at: string }
  /** Something could not be written to this tablet; `reason` says what, in words. */
  | { kind: "not-saved"; reason: string };

type SyncWords = { icon: IconNode; short: string; headline: string; detail: string; warm: boolean };

/** The same tablet and the same indigo in every state of the network; warm only when not durable. */
export function syncWords(view: SyncView, { sync }: Words): SyncWords {
  switch (view.kind) {
    case "kept":
      return {
        icon: TabletKept,
        short: sync.keptShort,
        headline: sync.kept,
        detail: keptDetail(view, sync),
        warm: false,
      };
    case "sending":
      return {
        icon: TabletSending,
        short: sync.sendingShort,
        headline: view.photosTotal > 0 ? sync.textSent : sync.sendingText,
        detail: view.photosTotal > 0 ? sync.photos(view.photosSent, view.photosTotal) : sync.kept,
        warm: false,
      };
    case "done":
      return {
        icon: TabletKept,
        short: sync.doneShort,
        headline: sync.done,
        detail: view.at,
        warm: false,
      };
    case "not-saved":
      return {
        icon: TriangleAlert,
        short: sync.failedShort,
        headline: sync.failed,
        detail: view.reason,
        warm: true,
      };
  }
}

function keptDetail(view: { waiting: number; signal: boolean }, sync: Words["sync"]): string {
  if (view.waiting === 0) return view.signal ? "" : sync.noSignal;
  return view.signal ? sync.waiting(view.waiting) : sync.noSignalWaiting(view.waiting);
}
