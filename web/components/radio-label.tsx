import type { ComponentChildren } from "preact";

type RadioLabelProps = {
  class: string;
  /** Of the group: one of those with the same name is chosen. */
  name: string;
  checked: boolean;
  onChoose: () => void;
  /** What it is called, where less is seen of it. */
  label?: string;
  children: ComponentChildren;
};

/** One answer of a group: all of it can be pressed, the radio itself lies unseen over it. */
export function RadioLabel({ class: look, label, onChoose, children, ...radio }: RadioLabelProps) {
  return (
    <label class={look}>
      <input type="radio" class="over-all" aria-label={label} onChange={onChoose} {...radio} />
      {children}
    </label>
  );
}
