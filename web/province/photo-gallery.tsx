import { ChevronLeft, ChevronRight, Images, ZoomIn } from "lucide";
import { useState } from "preact/hooks";
import type { Attachment } from "../../shared/attachment.ts";
import { IconButton } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { dateTime } from "../i18n/format.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { PhotoStrip } from "./photo-strip.tsx";
import { PhotoZoom } from "./photo-zoom.tsx";
import { ServerPhoto, useFileAddress } from "./server-photo.tsx";

type PhotoGalleryProps = {
  photos: readonly Attachment[];
  submissionId: string;
  /** Hashes of those that have not arrived. */
  missing: readonly string[];
  /** End of the last round of syncing, which is when photos are tried again. */
  syncedAt: number | null;
};

/** The evidence, large, with a strip of all of it below. Left and right move from photo to photo. */
export function PhotoGallery({ photos, submissionId, missing, syncedAt }: PhotoGalleryProps) {
  const [chosen, choose] = useState(0);
  const fileAddress = useFileAddress();
  const [isZoomed, setZoomed] = useState(false);
  const at = Math.min(chosen, photos.length - 1);
  const photo = photos[at];
  if (!photo) return null;
  const province = provinceWords();
  const number = province.photoOf(at + 1, photos.length);
  const moveBy = (by: number) => choose(Math.min(photos.length - 1, Math.max(0, at + by)));
  const address = fileAddress(photo.sha256, submissionId);
  const picture = missing.includes(photo.sha256) ? (
    <NotArrived />
  ) : (
    <ServerPhoto key={address} src={address} alt={photo.caption ?? number} syncedAt={syncedAt} />
  );
  return (
    <section class="gallery" aria-label={province.photos}>
      <figure>
        <div class="gallery-frame">{picture}</div>
        <figcaption>
          <div class="gallery-words">
            <b>{number}</b>
            {photo.takenAt && (
              <>
                {" "}
                <span class="whitespace-nowrap">{province.takenAt(dateTime(photo.takenAt))}</span>
              </>
            )}
            {photo.caption && (
              <p>
                <ThaiText>{photo.caption}</ThaiText>
              </p>
            )}
          </div>
          <div class="gallery-actions">
            <IconButton
              icon={ChevronLeft}
              label={province.previousPhoto}
              disabled={at === 0}
              onClick={() => moveBy(-1)}
            />
            <IconButton
              icon={ChevronRight}
              label={province.nextPhoto}
              disabled={at === photos.length - 1}
              onClick={() => moveBy(1)}
            />
            <IconButton icon={ZoomIn} label={province.zoom} onClick={() => setZoomed(true)} />
          </div>
        </figcaption>
      </figure>
      {photos.length > 1 && (
        <PhotoStrip
          photos={photos}
          submissionId={submissionId}
          missing={missing}
          syncedAt={syncedAt}
          at={at}
          onChoose={choose}
        />
      )}
      {isZoomed && (
        <PhotoZoom
          title={number}
          caption={photo.caption ?? ""}
          onMove={moveBy}
          onClose={() => setZoomed(false)}
        >
          {picture}
        </PhotoZoom>
      )}
    </section>
  );
}

function NotArrived() {
  const province = provinceWords();
  return (
    <div class="photo-absent">
      <Icon node={Images} size={32} />
      <b>{province.photoNotArrived}</b>
      <span>{province.photoNotArrivedDetail}</span>
    </div>
  );
}
