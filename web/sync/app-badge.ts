/** What this needs of `navigator`, in a window and in the service worker; half the browsers lack it. */
export type BadgeNavigator = { setAppBadge?: (count: number) => Promise<void> };

/** Shows on the installed app's icon how much waits; 0 takes the number away. Best effort. */
export async function showBadge(navigator: BadgeNavigator, waiting: number): Promise<void> {
  try {
    await navigator.setAppBadge?.(waiting);
  } catch {
    // Not installed, or not allowed: the app says it inside as well.
  }
}
