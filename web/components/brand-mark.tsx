/** The woven diamond, alone. */
export function BrandMark({ size = 40 }: { size?: number }) {
  return (
    <svg class="brand-mark" viewBox="0 0 40 40" width={size} height={size} aria-hidden="true">
      <path class="fill-khamin" d="M20 1 39 20 20 39 1 20Z" />
      <path class="brand-mark-hole" d="M20 9.5 30.5 20 20 30.5 9.5 20Z" />
      <path class="brand-mark-heart" d="M20 15.5 24.5 20 20 24.5 15.5 20Z" />
    </svg>
  );
}
