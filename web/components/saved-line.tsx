import { TriangleAlert } from "lucide";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";
import { TabletKept, TabletWriting } from "./tablet-glyphs.ts";

/** Where what is being typed is. `at` as shown: "09:41:08 น."; `reason` in words. */
export type SavedState =
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "failed"; reason: string };

/** The autosave line of every form. The words "saved" stand only after a durable write. */
export function SavedLine({ state }: { state: SavedState }) {
  const { sync } = t();
  if (state.kind === "failed") {
    return (
      <span class="saved-line text-krang" role="alert">
        <Icon node={TriangleAlert} size={22} />
        <span>
          <b>{sync.failed}</b> {state.reason}
        </span>
      </span>
    );
  }
  const saved = state.kind === "saved";
  return (
    <span class="saved-line">
      <Icon
        node={saved ? TabletKept : TabletWriting}
        size={22}
        class={saved ? "text-bai" : "text-ink2"}
      />
      <span>
        <b>{saved ? sync.savedHere : sync.saving}</b>
        {saved && <span class="text-ink2 max-sm:sr-only"> {state.at}</span>}
      </span>
    </span>
  );
}
