import { Camera, type IconNode, Paperclip } from "lucide";
import type { TargetedEvent, TargetedMouseEvent } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

type FilePickProps = {
  /** Never empty. The same file may come again after it was removed. */
  onFiles: (files: File[]) => void;
  /** Done before the camera or the chooser opens: the system may end the app behind it. */
  beforeOpen?: () => Promise<unknown>;
};

/** What the file inputs have in common. */
function usePicking({ onFiles, beforeOpen }: FilePickProps) {
  const isReady = useRef(false);
  return {
    onClick(event: TargetedMouseEvent<HTMLInputElement>) {
      if (!beforeOpen || isReady.current) {
        isReady.current = false;
        return;
      }
      event.preventDefault();
      const input = event.currentTarget;
      void beforeOpen().then(() => {
        isReady.current = true;
        input.click();
      });
    },
    onChange(event: TargetedEvent<HTMLInputElement>) {
      const input = event.currentTarget;
      const picked = Array.from(input.files ?? []);
      // So that choosing the same file again is a change again.
      input.value = "";
      if (picked.length > 0) onFiles(picked);
    },
  };
}

/** The first tile of the photos: opens the camera. */
export function CameraTile(props: FilePickProps) {
  const picking = usePicking(props);
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
        {...picking}
      />
    </label>
  );
}

type FileButtonProps = FilePickProps & {
  label: string;
  icon?: IconNode;
  /** As of `<input accept>`; everything when it is left out. */
  accept?: string;
  /** Opens the camera instead of the chooser. */
  capture?: boolean;
};

/** Chooses documents, or photos already taken. */
export function FileButton({ label, icon = Paperclip, accept, capture, ...rest }: FileButtonProps) {
  const picking = usePicking(rest);
  return (
    <label class="btn relative">
      <Icon node={icon} size={20} />
      {label}
      <input
        type="file"
        class="over-all"
        multiple
        {...(accept ? { accept } : {})}
        {...(capture ? { capture: "environment" } : {})}
        {...picking}
      />
    </label>
  );
}
