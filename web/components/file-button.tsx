import { Camera, Paperclip } from "lucide";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

type FilePickProps = {
  /** Never empty. The same file may come again after it was removed. */
  onFiles: (files: File[]) => void;
};

function pick(input: HTMLInputElement, onFiles: (files: File[]) => void) {
  const picked = Array.from(input.files ?? []);
  // So that choosing the same file again is a change again.
  input.value = "";
  if (picked.length > 0) onFiles(picked);
}

/** The first tile of the photos: opens the camera. */
export function CameraTile({ onFiles }: FilePickProps) {
  return (
    <label class="camera-tile">
      <Icon node={Camera} size={30} />
      {t().files.takePhoto}
      <input
        type="file"
        class="over-all"
        accept="image/*"
        capture="environment"
        multiple
        onChange={(event) => pick(event.currentTarget, onFiles)}
      />
    </label>
  );
}

type FileButtonProps = FilePickProps & {
  label: string;
  /** As of `<input accept>`; everything when it is left out. */
  accept?: string;
};

/** Chooses documents, or photos already taken. */
export function FileButton({ label, accept, onFiles }: FileButtonProps) {
  return (
    <label class="btn relative">
      <Icon node={Paperclip} size={20} />
      {label}
      <input
        type="file"
        class="over-all"
        multiple
        {...(accept ? { accept } : {})}
        onChange={(event) => pick(event.currentTarget, onFiles)}
      />
    </label>
  );
}
