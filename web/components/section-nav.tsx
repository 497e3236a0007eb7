import type { TabItem } from "./tab-bar.tsx";

type SectionNavProps = {
  label: string;
  /** `value` is the id of the section's element on the page. */
  sections: readonly TabItem<string>[];
  /** The section in view. */
  current: string;
};

/** The parts of one long form, each with how complete it is. Leads to them; all stay on the page. */
export function SectionNav({ label, sections, current }: SectionNavProps) {
  const goTo = (id: string) => {
    const section = document.getElementById(id);
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  };
  return (
    <nav class="tab-bar" aria-label={label}>
      {sections.map(({ value, label: name, note }) => (
        <button
          key={value}
          type="button"
          class="tab"
          aria-current={value === current ? "true" : undefined}
          onClick={() => goTo(value)}
        >
          <b>{name}</b>
          {note && ` ${note}`}
        </button>
      ))}
    </nav>
  );
}
