/** A page in the background paints nothing; what waits for the first paint waits no longer than this. */
const PATIENCE_MS = 3000;

/** Resolves once this page has shown something: what the first screen does without can begin. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, PATIENCE_MS);
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName("first-contentful-paint").length > 0) done();
    });
    observer.observe({ type: "paint", buffered: true });

    function done(): void {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    }
  });
}
