/** 801-112-P0167-2024-02 as 801-P0167-2024-02, for narrow screens: the 112 is the same in all. */
export function shortCode(code: string): string {
  return code.replace(/^(\d{3})-112-/, "$1-");
}
