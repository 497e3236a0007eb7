import { useLayoutEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";

/** How long a screen may take to grow to the height it was left at. */
const RESTORE_WITHIN_MS = 1000;

/**
 * Whether the address at hand was reached by going back or forward. To be used before there is a
 * router: its own listener renders the screen before later ones are called.
 */
export function useReturning(): { current: boolean } {
  const returning = useRef(false);
  useLayoutEffect(() => {
    // The browser would scroll before the screen has read what it shows.
    history.scrollRestoration = "manual";
    const onPop = () => {
      returning.current = true;
    };
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
  return returning;
}

/**
 * Arriving on a screen: its title in the window, the focus on its heading, so that a reader hears
 * where it is, and on the way back the place where it was left.
 *
 * @param returning from `useReturning`
 * @returns what the router calls once the screen is loaded and rendered
 */
export function useRouteArrival(title: string, returning: { current: boolean }): () => void {
  const { path } = useLocation();
  const leftAt = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    document.title = title;
  }, [title]);

  // Before the screen paints: its first scroll event already belongs to the new address.
  useLayoutEffect(() => {
    const remembered = returning.current ? leftAt.current.get(path) : undefined;
    // At once: the page glides only to the parts of one screen.
    if (!returning.current) scrollTo({ top: 0, behavior: "instant" });
    returning.current = false;
    const stopRestoring = remembered ? scrollOnceTallEnough(remembered) : undefined;
    const remember = () => leftAt.current.set(path, scrollY);
    addEventListener("scroll", remember, { passive: true });
    return () => {
      removeEventListener("scroll", remember);
      stopRestoring?.();
    };
  }, [path, returning]);

  return focusHeading;
}

/** The main heading where the screen has one at once, else the screen as a whole. */
function focusHeading(): void {
  const main = document.querySelector<HTMLElement>("main");
  const target = main?.querySelector<HTMLElement>("h1") ?? main;
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** @returns how to give it up: the person went on */
function scrollOnceTallEnough(top: number): () => void {
  const { body, documentElement } = document;
  const observer = new ResizeObserver(() => {
    if (documentElement.scrollHeight - innerHeight < top) return;
    scrollTo({ top, behavior: "instant" });
    stop();
  });
  const timer = setTimeout(() => stop(), RESTORE_WITHIN_MS);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(body);
  return stop;
}
