import type { IconNode } from "lucide";
import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/** `primary` once a screen; `warm` returns or removes; `quiet` has no frame. */
type ButtonKind = "primary" | "line" | "warm" | "quiet";

const KIND_CLASSES: Record<ButtonKind, string> = {
  primary: "btn btn-primary",
  line: "btn",
  warm: "btn btn-warm",
  quiet: "btn btn-quiet",
};

type Common = {
  kind?: ButtonKind;
  icon?: IconNode;
  trailingIcon?: IconNode;
  children: ComponentChildren;
};

type ButtonProps = Common & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button with words, 48 px high in the field and 40 px at the planner's desk. */
export function Button({ kind = "line", icon, trailingIcon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`${KIND_CLASSES[kind]} ${rest.class ?? ""}`}>
      {icon && <Icon node={icon} size={20} />}
      {children}
      {trailingIcon && <Icon node={trailingIcon} size={20} />}
    </button>
  );
}

/** Looks like a button and is a link: it leads to another screen. */
export function ButtonLink({
  kind = "line",
  icon,
  trailingIcon,
  children,
  href,
}: Common & { href: string }) {
  return (
    <a class={KIND_CLASSES[kind]} href={href}>
      {icon && <Icon node={icon} size={20} />}
      {children}
      {trailingIcon && <Icon node={trailingIcon} size={20} />}
    </a>
  );
}

type IconButtonProps = { icon: IconNode; label: string; kind?: ButtonKind } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  "icon" | "label"
>;

/** A square button; `label` is what it does, for those who hear it. */
export function IconButton({ icon, label, kind = "line", ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`${KIND_CLASSES[kind]} btn-icon ${rest.class ?? ""}`}
      aria-label={label}
    >
      <Icon node={icon} size={22} />
    </button>
  );
}
