export function PasteAreas(_: object) {
  return null;
}
