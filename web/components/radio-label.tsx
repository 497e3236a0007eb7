import type { ComponentChildren } from "preact";

type RadioLabelProps = {
  class: string;
  /** Of the group: one of those with the same name is chosen. */
  name: string;
  checked: boolean;
  onChoose: () => void;
  children: ComponentChildren;
};

/** One answer of a group: all of it can be pressed, the radio itself lies unseen over it. */
export function RadioLabel({ class: look, name, checked, onChoose, children }: RadioLabelProps) {
  return (
    <label class={look}>
      <input type="radio" class="over-all" name={name} checked={checked} onChange={onChoose} />
      {children}
    </label>
  );
}
