import { ArrowLeft } from "lucide";
import type { ComponentChildren } from "preact";
import { t } from "../i18n/language.ts";
import { Icon } from "./icon.tsx";

type FormHeaderProps = {
  title: string;
  backHref: string;
  /** Below the title: code, state, journey. */
  children: ComponentChildren;
  /** At the right: the overall progress. */
  aside?: ComponentChildren;
  /** The parts of the form, below all. */
  sections?: ComponentChildren;
};

/** Head of a form; stays in view where there is room. On phones the top bar has title and way back. */
export function FormHeader({ title, backHref, children, aside, sections }: FormHeaderProps) {
  return (
    <div class={sections ? "form-header" : "form-header pb-3"}>
      <div class="flex items-center gap-3">
        <a class="form-back" href={backHref} aria-label={t().actions.back}>
          <Icon node={ArrowLeft} />
        </a>
        <div class="min-w-0 flex-1">
          <h1 class="text-form max-sm:sr-only">{title}</h1>
          <div class="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">{children}</div>
        </div>
        {aside}
      </div>
      {sections}
    </div>
  );
}
