import { startServer } from "./server.ts";

/**
 * Before all tests: the server makes its demo once, as on the first `npm start`, and every test's
 * server then starts from a copy of that folder. @returns what to do after all tests
 */
export default async function makeDemo(): Promise<() => Promise<void>> {
  const server = await startServer();
  await server.stop();
  process.env.E2E_DEMO_FOLDER = server.dataDir;
  return server.remove;
}
