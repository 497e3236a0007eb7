/** The large ticked diamond of "it is kept". */
export function SavedDiamond() {
  return (
    <svg class="saved-diamond" viewBox="0 0 72 72" aria-hidden="true">
      <path class="fill-kram" d="M36 0 72 36 36 72 0 36Z" />
      <path class="saved-diamond-thread" d="M36 9 63 36 36 63 9 36Z" />
      <path class="saved-diamond-tick" d="m23.5 36.5 9 9 17-19" />
    </svg>
  );
}
