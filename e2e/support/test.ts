import { test as base } from "@playwright/test";
import { startServer, type TestServer } from "./server.ts";
import { startTablet, type Tablet } from "./tablet.ts";

/** What the tests of one file share. A worker has one file after the other. */
type FileThings = { file: string; server: TestServer; removal: AsyncDisposableStack };

type StartTablet = (origin?: string) => Promise<Tablet>;

type OfWorker = { thingsOf: (file: string) => Promise<FileThings> };

type OfTest = {
  /** The file's own, with its data; also in `beforeAll`. Every page's paths lead to it. */
  server: TestServer;
  /** The test's own. */
  tablet: Tablet;
  /** One more for this test, at the server's address where no other is named. */
  startTablet: StartTablet;
  /** For `beforeAll`: one that stays until the file ends. */
  startFileTablet: StartTablet;
};

/** Starts what a test names among its arguments, and removes it at the end. */
export const test = base.extend<OfTest, OfWorker>({
  thingsOf: [
    // It needs nothing; Playwright wants a pattern here, the linter none that is empty.
    async ({ playwright: _ }, use) => {
      let present: FileThings | undefined;
      await use(async (file) => {
        if (present?.file === file) return present;
        await present?.removal.disposeAsync();
        const removal = new AsyncDisposableStack();
        const server = removal.adopt(await startServer(), ({ remove }) => remove());
        present = { file, server, removal };
        return present;
      });
      await present?.removal.disposeAsync();
    },
    { scope: "worker" },
  ],
  server: async ({ thingsOf }, use, { file }) => {
    const { server } = await thingsOf(file);
    await use(server);
  },
  baseURL: ({ server }, use) => use(server.origin),
  tablet: async ({ startTablet }, use) => use(await startTablet()),
  startTablet: async ({ server }, use) => {
    await using removal = new AsyncDisposableStack();
    await use(startTablets(server, removal));
  },
  startFileTablet: async ({ thingsOf }, use, { file }) => {
    const { server, removal } = await thingsOf(file);
    await use(startTablets(server, removal));
  },
});

function startTablets(server: TestServer, removal: AsyncDisposableStack): StartTablet {
  return async (origin = server.origin) =>
    removal.adopt(await startTablet(origin), ({ remove }) => remove());
}
