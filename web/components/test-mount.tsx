import { type ComponentChildren, render } from "preact";
import { useState } from "preact/hooks";

/** Draws into an empty page. Everything drawn before is gone. */
export function mount(children: ComponentChildren): void {
  for (const old of document.body.querySelectorAll(":scope > div")) {
    render(null, old);
    old.remove();
  }
  const root = document.createElement("div");
  document.body.append(root);
  render(children, root);
}

type HeldProps<T> = {
  initial: T;
  children: (value: T, set: (value: T) => void) => ComponentChildren;
};

/** Holds a value as a screen would, so that a component sees what it reported. */
export function Held<T>({ initial, children }: HeldProps<T>) {
  const [value, set] = useState(initial);
  return <>{children(value, (next) => set(() => next))}</>;
}
