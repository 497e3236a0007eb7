import { Maximize, Minimize, X } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, IconButton } from "../components/button.tsx";
import { t } from "../i18n/language.ts";
import { ServerPhoto } from "./server-photo.tsx";

type PhotoZoomProps = {
  src: string;
  alt: string;
  title: string;
  /** An arrow key asks for the photo before (-1) or after (1) this one. */
  onMove: (by: number) => void;
  onClose: () => void;
};

/** One photo over the whole window, fitted to it or in its own pixels. Esc closes. */
export function PhotoZoom({ src, alt, title, onMove, onClose }: PhotoZoomProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isActualSize, setActualSize] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const { province, actions } = t();
  return (
    <dialog
      ref={dialog}
      class="planner photo-zoom"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        // In its own pixels the arrows scroll the photo.
        if (by === undefined || isActualSize) return;
        event.preventDefault();
        onMove(by);
      }}
    >
      <header class="photo-zoom-header">
        <b>{title}</b>
        <span>{alt !== title && alt}</span>
        <Button
          icon={isActualSize ? Minimize : Maximize}
          onClick={() => setActualSize(!isActualSize)}
        >
          {isActualSize ? province.fitToScreen : province.actualSize}
        </Button>
        <IconButton icon={X} label={actions.close} onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: placeholder */}
      <div class={isActualSize ? "photo-zoom-actual" : "photo-zoom-fitted"} tabIndex={isActualSize ? 0 : -1}>
        <ServerPhoto src={src} alt={alt} />
      </div>
    </dialog>
  );
}
