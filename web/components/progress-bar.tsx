type ProgressBarProps = {
  /** 0 to 100; more is shown as full. */
  percent: number;
  /** What it measures, where no number beside it says so; without it the bar is mute. */
  label?: string;
  size?: "fine" | "small" | "large";
};

/** A bar beside its number. */
export function ProgressBar({ percent, label, size = "small" }: ProgressBarProps) {
  const shown = Math.min(100, Math.max(0, percent));
  const meaning = label
    ? ({ role: "progressbar", "aria-label": label, "aria-valuenow": Math.round(shown) } as const)
    : ({ "aria-hidden": "true" } as const);
  return (
    <div class={`bar bar-${size}`} {...meaning}>
      <div class="bar-fill" style={{ width: `${shown}%` }} />
    </div>
  );
}
