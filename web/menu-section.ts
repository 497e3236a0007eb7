/** The part of the app an address lies in: area records below a report are a part of their own. */
export function sectionOf(path: string): string {
  const [, section = "", , below] = path.split("/");
  return below ?? section;
}
