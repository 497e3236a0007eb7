import { ChevronLeft, ChevronRight, Images, ZoomIn } from "lucide";
import { useId, useState } from "preact/hooks";
import type { Attachment } from "../../shared/attachment.ts";
import { IconButton } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { dateTime } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { PhotoZoom } from "./photo-zoom.tsx";
import { fileAddress, ServerPhoto } from "./server-photo.tsx";

type PhotoGalleryProps = {
  photos: readonly Attachment[];
  submissionId: string;
  /** Hashes of those that have not arrived. */
  missing: readonly string[];
};

/** The evidence, large, with a strip of all of it below. Left and right move from photo to photo. */
export function PhotoGallery({ photos, submissionId, missing }: PhotoGalleryProps) {
  const name = useId();
  const [chosen, choose] = useState(0);
  const [isZoomed, setZoomed] = useState(false);
  const at = Math.min(chosen, photos.length - 1);
  const photo = photos[at];
  if (!photo) return null;
  const { province } = t();
  const isMissing = missing.includes(photo.sha256);
  const address = fileAddress(photo.sha256, submissionId);
  const alt = photo.caption ?? province.photoOf(at + 1, photos.length);
  const moveTo = (next: number) => choose(Math.min(photos.length - 1, Math.max(0, next)));
  return (
    <section class="gallery" aria-label={province.photos}>
      <figure>
        <div class="gallery-frame">
          {isMissing ? <NotArrived /> : <ServerPhoto key={address} src={address} alt={alt} />}
        </div>
        <figcaption>
          <span class="gallery-words">
            <b>{province.photoOf(at + 1, photos.length)}</b>
            {photo.caption && <ThaiText>{photo.caption}</ThaiText>}
            {photo.takenAt && <span>{province.takenAt(dateTime(photo.takenAt))}</span>}
          </span>
          <span class="gallery-actions">
            <IconButton
              icon={ChevronLeft}
              label={province.previousPhoto}
              disabled={at === 0}
              onClick={() => moveTo(at - 1)}
            />
            <IconButton
              icon={ChevronRight}
              label={province.nextPhoto}
              disabled={at === photos.length - 1}
              onClick={() => moveTo(at + 1)}
            />
            <IconButton
              icon={ZoomIn}
              label={province.zoom}
              disabled={isMissing}
              onClick={() => setZoomed(true)}
            />
          </span>
        </figcaption>
      </figure>
      {photos.length > 1 && (
        <fieldset class="gallery-strip">
          <legend class="sr-only">{province.choosePhoto}</legend>
          {photos.map(({ sha256, caption }, index) => (
            <label key={sha256} class="gallery-thumb">
              <input
                type="radio"
                class="over-all"
                name={name}
                checked={index === at}
                onChange={() => choose(index)}
              />
              <span class="sr-only">
                {province.photoOf(index + 1, photos.length)} {caption}
              </span>
              {missing.includes(sha256) ? (
                <span class="photo-absent">
                  <Icon node={Images} size={20} />
                </span>
              ) : (
                <ServerPhoto
                  key={sha256}
                  src={fileAddress(sha256, submissionId)}
                  alt=""
                  small
                />
              )}
            </label>
          ))}
        </fieldset>
      )}
      {isZoomed && (
        <PhotoZoom
          key={address}
          src={address}
          alt={alt}
          title={province.photoOf(at + 1, photos.length)}
          onMove={(by) => moveTo(at + by)}
          onClose={() => setZoomed(false)}
        />
      )}
    </section>
  );
}

function NotArrived() {
  const { province } = t();
  return (
    <div class="photo-absent">
      <Icon node={Images} size={32} />
      <b>{province.photoNotArrived}</b>
      <span>{province.photoNotArrivedDetail}</span>
    </div>
  );
}
