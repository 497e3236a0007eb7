type ProgressRingProps = {
  /** 0 to 100. */
  percent: number;
  label: string;
  size?: "small" | "large";
};

const RADIUS = 27;
const LENGTH = 2 * Math.PI * RADIUS;

/** Overall progress with its number inside. */
export function ProgressRing({ percent, label, size = "small" }: ProgressRingProps) {
  const shown = Math.min(100, Math.max(0, percent));
  return (
    <div class={`percent-ring percent-ring-${size}`}>
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <circle class="percent-ring-outline" cx="32" cy="32" r="31" />
        <circle class="percent-ring-outline" cx="32" cy="32" r="23" />
        <circle class="percent-ring-track" cx="32" cy="32" r={RADIUS} />
        <circle
          class="percent-ring-fill"
          cx="32"
          cy="32"
          r={RADIUS}
          stroke-dasharray={`${(shown / 100) * LENGTH} ${LENGTH}`}
        />
      </svg>
      <span class="percent-ring-number">
        <span class="sr-only">{label} </span>
        {Math.round(percent)}%
      </span>
    </div>
  );
}
