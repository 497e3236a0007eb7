import { useEffect, useState } from "preact/hooks";

/** A section counts as in view once its top has passed this much of the window. */
const READING_LINE = 0.35;

/**
 * Follows which section of the form is being read, and how far into it.
 *
 * @param restored where the person was when the form was left: "steps+120"; "" is its beginning
 * @returns the section in view
 */
export function useFormPlace(restored: string, onPlace: (place: string) => void): string {
  const [current, setCurrent] = useState("output");

  useEffect(() => {
    const [id = "", offset = "0"] = restored.split("+");
    const section = document.getElementById(id);
    if (!section) return;
    const top = section.getBoundingClientRect().top + scrollY;
    scrollTo({ top: top - Number(offset), behavior: "instant" });
    // Only on arrival: afterwards the person scrolls.
  }, [restored]);

  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const reading = sectionBeingRead(innerHeight * READING_LINE);
      if (!reading) return;
      setCurrent(reading.id);
      onPlace(`${reading.id}+${Math.round(reading.top)}`);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    addEventListener("scroll", onScroll, { passive: true });
    return () => {
      removeEventListener("scroll", onScroll);
      cancelAnimationFrame(frame);
    };
  }, [onPlace]);
  return current;
}

/** The section whose top passed the line last; of two columns side by side, the first. */
function sectionBeingRead(line: number): { id: string; top: number } | undefined {
  const [first, ...others] = Array.from(
    document.querySelectorAll<HTMLElement>("[data-section]"),
    (section) => ({ id: section.id, top: section.getBoundingClientRect().top }),
  );
  return others.reduce(
    (reading, section) =>
      section.top <= line && reading && section.top > reading.top ? section : reading,
    first,
  );
}
