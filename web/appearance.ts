/** How the screen is coloured: as the system is, or always one way. */
export type Appearance = "system" | "light" | "dark" | "sunlight";

/** Shows the app in this appearance, at once; `system` follows the tablet's own light and dark. */
export function showAppearance(appearance: Appearance): void {
  const { documentElement } = document;
  if (appearance === "system") delete documentElement.dataset.theme;
  else documentElement.dataset.theme = appearance;
}
