export type DiamondState = "empty" | "half" | "full" | "alert";

type DiamondProps = {
  state: DiamondState;
  /** A tick in a full diamond, where it is large enough to be seen. */
  ticked?: boolean;
};

/** The woven diamond: always "where is my report". Its colour is the tone around it. */
export function Diamond({ state, ticked = false }: DiamondProps) {
  return (
    <svg class={`diamond diamond-${state}`} viewBox="0 0 26 26" aria-hidden="true">
      <path d="M13 2 24 13 13 24 2 13Z" />
      {state === "half" && <path class="diamond-half-fill" d="M13 2 V24 L2 13Z" />}
      {ticked && state === "full" && <path class="diamond-tick" d="m8.5 13 3.2 3.2 5.8-6" />}
    </svg>
  );
}
