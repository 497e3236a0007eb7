import { Images } from "lucide";
import { useId } from "preact/hooks";
import type { Attachment } from "../../shared/attachment.ts";
import { Icon } from "../components/icon.tsx";
import { RadioLabel } from "../components/radio-label.tsx";
import { provinceWords } from "../i18n/province-words.ts";
import { ServerPhoto, useFileAddress } from "./server-photo.tsx";

type PhotoStripProps = {
  photos: readonly Attachment[];
  submissionId: string;
  missing: readonly string[];
  syncedAt: number | null;
  at: number;
  onChoose: (at: number) => void;
};

/** Every photo, small. Native radios, so that the arrow keys go from one to the next. */
export function PhotoStrip(props: PhotoStripProps) {
  const { photos, submissionId, missing, syncedAt, at, onChoose } = props;
  const name = useId();
  const fileAddress = useFileAddress();
  const province = provinceWords();
  return (
    <fieldset class="photo-strip">
      <legend class="sr-only">{province.choosePhoto}</legend>
      {photos.map(({ sha256, caption }, index) => (
        <RadioLabel
          key={sha256}
          class="photo-thumb"
          name={name}
          checked={index === at}
          onChoose={() => onChoose(index)}
        >
          <span class="sr-only">
            {province.photoOf(index + 1, photos.length)} {caption}
          </span>
          {missing.includes(sha256) ? (
            <span class="photo-absent">
              <Icon node={Images} size={20} />
            </span>
          ) : (
            <ServerPhoto src={fileAddress(sha256, submissionId)} alt="" syncedAt={syncedAt} small />
          )}
        </RadioLabel>
      ))}
    </fieldset>
  );
}
