import type { ComponentChildren } from "preact";
import { Card } from "../components/card.tsx";

type FormSectionProps = {
  id: string;
  title: string;
  aside?: ComponentChildren;
  flush?: boolean;
  children: ComponentChildren;
};

/** A part of the form, the target of its tab. */
export function FormSection({ id, children, ...card }: FormSectionProps) {
  return (
    <div id={id} class="form-section" tabIndex={-1} data-section={id}>
      <Card {...card}>{children}</Card>
    </div>
  );
}
