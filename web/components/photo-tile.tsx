import { Check, Clock3, Image, SquareCheck, TriangleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";
import { ProgressBar } from "./progress-bar.tsx";

/** How far a photo is on its way; `percent` 0 to 100. */
export type PhotoState =
  /** Chosen; others are shrunk first. */
  | { kind: "waiting" }
  | { kind: "shrinking" }
  /** On this tablet, in a draft. */
  | { kind: "kept" }
  | { kind: "queued" }
  | { kind: "sending"; percent: number }
  | { kind: "received" }
  | { kind: "refused" };

type PhotoTileProps = {
  /** A blob: or same-origin address; undefined while there is no picture to show yet. */
  src: string | undefined;
  /** What it shows, or "รูปที่ 2". */
  name: string;
  state: PhotoState;
  /** Omit where the photo cannot be opened. */
  onOpen?: () => void;
  /** Its comment's pin. */
  pin?: ComponentChildren;
};

/** A photo with its state below it, never over the faces. */
export function PhotoTile({ src, name, state, onOpen, pin }: PhotoTileProps) {
  const { files } = t();
  // Such as HEIC, which most tablets cannot show.
  const [unshown, setUnshown] = useState<string>();
  const isUnshown = src !== undefined && src === unshown;
  const picture = isUnshown ? (
    <span class="photo-unshown">
      <Icon node={Image} size={30} />
      <span class="sr-only">{files.openPhoto(name)}</span>
      {files.unshown}
    </span>
  ) : (
    src && (
      <img src={src} alt={name} loading="lazy" decoding="async" onError={() => setUnshown(src)} />
    )
  );
  return (
    <figure class={`photo-tile photo-${state.kind}`}>
      <div class="photo-picture">
        {onOpen ? (
          <button
            type="button"
            aria-label={isUnshown ? undefined : files.openPhoto(name)}
            onClick={onOpen}
          >
            {picture}
          </button>
        ) : (
          picture
        )}
        {pin && <span class="photo-pin">{pin}</span>}
        {state.kind === "sending" && <ProgressBar percent={state.percent} size="fine" />}
      </div>
      <figcaption>
        {state.kind === "received" && <Icon node={Check} size={20} class="text-bai" />}
        {state.kind === "kept" && <Icon node={SquareCheck} size={18} class="text-bai" />}
        {state.kind === "queued" && <Icon node={Clock3} size={18} class="text-kram" />}
        {state.kind === "refused" && <Icon node={TriangleAlert} size={18} class="text-krang" />}
        <span>{state.kind === "sending" ? files.sending(state.percent) : files[state.kind]}</span>
      </figcaption>
    </figure>
  );
}
