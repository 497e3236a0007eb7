import { Images } from "lucide";
import { useState } from "preact/hooks";
import type { Attachment } from "../../shared/attachment.ts";
import { Icon } from "../components/icon.tsx";
import { provinceWords } from "../i18n/province-words.ts";
import { PhotoZoom } from "./photo-zoom.tsx";
import { ServerPhoto, useFileAddress } from "./server-photo.tsx";

type AreaPhotosProps = {
  /** What the photos are of: the area. */
  title: string;
  photos: readonly Attachment[];
  submissionId: string;
  /** Hashes of those that have not arrived. */
  missing: readonly string[];
  /** End of the last round of syncing, which is when photos are tried again. */
  syncedAt: number | null;
};

/** The photos of one area record, small; each that has arrived opens over the whole window. */
export function AreaPhotos({ title, photos, submissionId, missing, syncedAt }: AreaPhotosProps) {
  const [opened, open] = useState<number>();
  const fileAddress = useFileAddress();
  const province = provinceWords();
  const arrived = photos.filter(({ sha256 }) => !missing.includes(sha256));
  const nameOf = (at: number) => `${title} ${province.photoOf(at + 1, arrived.length)}`;
  const zoomed = opened === undefined ? undefined : arrived[opened];
  return (
    <div class="area-photos">
      {arrived.map(({ sha256, caption }, at) => (
        <button
          key={sha256}
          type="button"
          class="photo-thumb"
          aria-label={`${nameOf(at)} ${caption ?? ""}`.trim()}
          onClick={() => open(at)}
        >
          <ServerPhoto src={fileAddress(sha256, submissionId)} alt="" syncedAt={syncedAt} small />
        </button>
      ))}
      {photos.length > arrived.length && (
        <span class="photo-thumb">
          <Icon node={Images} size={20} />
          <span class="sr-only">{province.photoNotArrived}</span>
          {photos.length - arrived.length}
        </span>
      )}
      {zoomed && opened !== undefined && (
        <PhotoZoom
          title={nameOf(opened)}
          caption={zoomed.caption ?? ""}
          onMove={(by) => open(Math.min(arrived.length - 1, Math.max(0, opened + by)))}
          onClose={() => open(undefined)}
        >
          <ServerPhoto
            key={zoomed.sha256}
            src={fileAddress(zoomed.sha256, submissionId)}
            alt={zoomed.caption ?? nameOf(opened)}
            syncedAt={syncedAt}
          />
        </PhotoZoom>
      )}
    </div>
  );
}
