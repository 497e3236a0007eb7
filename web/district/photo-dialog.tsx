import { ArrowLeft, ArrowRight, RotateCw, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import type { Attachment } from "../../shared/attachment.ts";
import { LIMITS } from "../../shared/submission-rules.ts";
import { graphemeCount } from "../../shared/thai-text.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { TextField } from "../components/text-field.tsx";
import { bytes, count, dateTime } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { usePhotoUrl } from "./use-photo-url.ts";

type PhotoDialogProps = {
  photo: Attachment;
  name: string;
  readOnly: boolean;
  onDescribe: (caption: string) => void;
  onMove: (by: number) => void;
  /** @returns why it could not be turned, in words */
  onTurn: () => Promise<string | undefined>;
  onRemove: () => void;
  onClose: () => void;
};

/** One photo, large: its caption, which way up, its place among the others, and taking it out. */
export function PhotoDialog(props: PhotoDialogProps) {
  const { photo, name, readOnly, onDescribe, onMove, onTurn, onRemove, onClose } = props;
  const [caption, setCaption] = useState(photo.caption ?? "");
  const [isTurning, setTurning] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [unshown, setUnshown] = useState<string>();
  const src = usePhotoUrl(photo.sha256, "whole");
  const { files, fields, actions } = t();
  const isTooLong = graphemeCount(caption) > LIMITS.caption;
  const keepCaption = () => {
    if (caption !== (photo.caption ?? "")) onDescribe(caption);
  };
  const close = () => {
    keepCaption();
    onClose();
  };
  const turn = async () => {
    setTurning(true);
    setProblem(await onTurn());
    setTurning(false);
  };
  return (
    <Dialog
      open
      title={name}
      onClose={close}
      footer={
        <Button class="min-w-32" kind="primary" onClick={close}>
          {actions.close}
        </Button>
      }
    >
      <div class="photo-large">
        {!src && <p>{files.elsewhere}</p>}
        {src && src === unshown && <p>{files.unshown}</p>}
        {src && src !== unshown && (
          <img src={src} alt={caption || name} onError={() => setUnshown(src)} />
        )}
      </div>
      {problem && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
      <p class="mt-1 mb-3 text-ink2">
        {photo.takenAt && `${dateTime(photo.takenAt)} · `}
        {bytes(photo.sizeBytes)}
      </p>
      <TextField
        label={files.caption}
        {...(readOnly ? {} : { hint: files.captionHint })}
        value={caption}
        error={isTooLong ? fields.tooLong(count(LIMITS.caption)) : undefined}
        readOnly={readOnly}
        onInput={setCaption}
        onBlur={keepCaption}
      />
      {!readOnly && (
        <div class="mt-4 flex flex-wrap gap-2 *:grow">
          <Button icon={ArrowLeft} onClick={() => onMove(-1)}>
            {files.movedEarlier}
          </Button>
          <Button trailingIcon={ArrowRight} onClick={() => onMove(1)}>
            {files.movedLater}
          </Button>
          <Button
            icon={RotateCw}
            disabled={isTurning || !src || src === unshown}
            onClick={() => void turn()}
          >
            {files.turn}
          </Button>
          <Button icon={Trash2} onClick={onRemove}>
            {files.takeOut}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
