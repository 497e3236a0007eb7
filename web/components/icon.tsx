import type { IconNode } from "lucide";
import { h } from "preact";

type IconProps = { node: IconNode; size?: number; class?: string };

/** A Lucide drawing. Never the only bearer of a meaning: its word stands beside it, so it is mute. */
export function Icon({ node, size = 24, class: className = "" }: IconProps) {
  return (
    <svg
      class={`icon ${className}`}
      viewBox="0 0 24 24"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      aria-hidden="true"
    >
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
