import { useEffect, useRef } from "preact/hooks";
import { goToPin, pinId } from "./form-field.tsx";
import type { PinView } from "./form-view.ts";

/**
 * Opens a form at the comment its address names, and a returned one that nobody has begun to correct
 * at its first comment.
 *
 * @param place where the person was when the form was left; "" when it was not begun
 */
export function useOpenAtPin(pins: readonly PinView[], place: string): void {
  const first = useRef(place === "" ? pins[0] : undefined).current;
  useEffect(() => {
    const named = location.hash.slice(1);
    if (named !== "") goToPin(named);
    else if (first) goToPin(pinId(first.number));
  }, [first]);
}
