/** The woven edge of the navigation, and of the printed form. Decoration only. */
export function Hem({ class: className = "" }: { class?: string }) {
  return <span class={`hem ${className}`} aria-hidden="true" />;
}
