import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

async function describedOperations() {
  const document = await (await server.request("/api/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  const paths: Record<
    string,
    Record<string, { responses: object; summary: string }>
  > = document.paths;
  return { document, paths };
}

test("every route of the API is described, and nothing else", async () => {
  const { paths } = await describedOperations();
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = server.app.routes
    .filter(({ method, path }) => method !== "ALL" && !/docs|openapi/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  expect(described.sort()).toEqual([...new Set(routes)].sort());
});

test("every operation has a summary, a success, and its errors in the one form", async () => {
  const { paths } = await describedOperations();
  for (const operation of Object.values(paths).flatMap((one) => Object.values(one))) {
    expect(operation.summary).not.toBe("");
    const statuses = Object.keys(operation.responses);
    expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
  }
  const push = JSON.stringify(paths["/api/sync/push"]);
  expect(push).toContain("#/components/schemas/SyncError");
  expect(push).toContain("#/components/schemas/PushRequest");
});

test("every reference leads somewhere", async () => {
  const { document } = await describedOperations();
  const references = [
    ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g),
  ];
  expect(references.length).toBeGreaterThan(10);
  for (const [, name = ""] of references) expect(document.components.schemas).toHaveProperty(name);
});
