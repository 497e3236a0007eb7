import { TriangleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { Notice } from "./notice.tsx";

type RefusedFileProps = {
  name: string;
  /** Why, with the number: "3.4 MB เกิน 2 MB จึงยังไม่ส่ง" (R29). */
  reason: string;
  /** The ways out, as buttons. */
  children: ComponentChildren;
};

/** A file that cannot go. It stays where it was attached, and nothing else waits for it. */
export function RefusedFile({ name, reason, children }: RefusedFileProps) {
  return (
    <Notice tone="krang" icon={TriangleAlert} title={name} actions={children}>
      {reason}
    </Notice>
  );
}
