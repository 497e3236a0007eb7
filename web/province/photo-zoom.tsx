import { Maximize, Minimize, X } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, IconButton } from "../components/button.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";

type PhotoZoomProps = {
  title: string;
  caption: string;
  /** An arrow key asks for the photo before (-1) or after (1) this one. */
  onMove: (by: number) => void;
  onClose: () => void;
  children: ComponentChildren;
};

/** One photo over the whole window, fitted to it or in its own pixels. Esc closes. */
export function PhotoZoom({ title, caption, onMove, onClose, children }: PhotoZoomProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isActualSize, setActualSize] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const { actions } = t();
  const province = provinceWords();
  return (
    <dialog
      ref={dialog}
      class="planner photo-zoom"
      aria-label={`${title} ${caption}`}
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
        <span class="min-w-0 flex-1">
          <b>{title}</b> <ThaiText>{caption}</ThaiText>
        </span>
        <Button
          icon={isActualSize ? Minimize : Maximize}
          onClick={() => setActualSize(!isActualSize)}
        >
          {isActualSize ? province.fitToScreen : province.actualSize}
        </Button>
        <IconButton icon={X} label={actions.close} onClick={onClose} />
      </header>
      <div class={isActualSize ? "photo-zoom-actual" : "photo-zoom-fitted"}>{children}</div>
    </dialog>
  );
}
