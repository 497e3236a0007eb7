import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

type DialogProps = {
  open: boolean;
  title: string;
  /** Esc was pressed or the app closed it; the parent answers with `open={false}`. */
  onClose: () => void;
  /** Drawn above a centred title, as the diamond of the saved dialog. */
  emblem?: ComponentChildren;
  /** Buttons; the one that goes on stands at the right. */
  footer: ComponentChildren;
  children?: ComponentChildren;
};

/**
 * A modal question. The browser keeps the focus inside and brings it back; a tap beside the dialog
 * does nothing, since a thumb lands there easily.
 */
export function Dialog({ open, title, onClose, emblem, footer, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      // Of a dialog that is taken off the page as a whole, the browser does not bring it back.
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <>
          <div class={emblem ? "dialog-body text-center" : "dialog-body"}>
            {emblem}
            <h2 id={id} class="text-page">
              {title}
            </h2>
            {children}
          </div>
          <footer class="dialog-footer">{footer}</footer>
        </>
      )}
    </dialog>
  );
}
