/** The oldest Node that runs TypeScript as it is. Older ones also crash inside better-sqlite3. */
const OLDEST: [major: number, minor: number] = [22, 18];

/**
 * Stops a tool that was started under the machine's own, older Node, before it fails in a worse way.
 *
 * @throws one plain sentence that says what to do instead.
 */
export function requireNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Error(
    `Node ${OLDEST.join(".")} or newer is needed and this is ${version}: start it through npm or npx, which use the Node that comes with the project.`,
  );
}
