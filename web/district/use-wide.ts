import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

const WIDE = "(width >= 64rem)";

/** Whether list and detail stand side by side. */
export function useIsWide(): boolean {
  const isWide = useSignal(matchMedia(WIDE).matches);
  useEffect(() => {
    const media = matchMedia(WIDE);
    const follow = () => {
      isWide.value = media.matches;
    };
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, [isWide]);
  return isWide.value;
}
