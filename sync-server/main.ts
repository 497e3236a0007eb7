import type { AddressInfo } from "node:net";
import type { DemoAccount } from "./commands/demo-data.ts";
import type { Config } from "./config.ts";

const OLDEST_NODE = [22, 18] as const;
/** A rescue file of a gigabyte, over an office line; headers have to come sooner as ever. */
const REQUEST_WITHIN_MS = 60 * 60_000;
const IDLE_SWEEP_MS = 100;
/**
 * Connections that may wait to be accepted while a commit holds the event loop: with Node's 511 the
 * rest of a herd is turned away, and tries again after seconds.
 */
const MAX_UNACCEPTED = 4096;
/** A request in flight gets this long to finish when the server stops. */
const STOP_WITHIN_MS = 10_000;

refuseOldNode();
const { readConfig } = await import("./config.ts");
const config = readConfig(process.env);
if (!config.ok) fail(config.error);
else await run(config.value);

async function run(config: Config): Promise<void> {
  // After the check above: the database's native part does not load in an older Node.
  const { openServer } = await import("./open-server.ts");
  const { createAdaptorServer } = await import("@hono/node-server");
  const opened = await openServer(config);
  if (!opened.ok) return fail([opened.error]);
  const { app, demoAccounts, close } = opened.value;

  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: REQUEST_WITHIN_MS },
  });
  const { host, port } = config;
  server.listen({ host, port, backlog: MAX_UNACCEPTED }, () => {
    const address = server.address();
    // A string is the address of a pipe, which nobody asked for.
    if (address !== null && typeof address === "object") greet(config, address, demoAccounts);
  });
  server.once("error", (error) => {
    fail([`The server cannot listen on ${config.host}:${config.port}: ${error.message}.`]);
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close(() => void close().then(() => process.exit(0)));
    if (!("closeIdleConnections" in server)) return;
    // Connections that were busy at the signal become idle one by one; nothing else closes them.
    setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS).unref();
    setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail([`BPM needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`]);
}

function fail(sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

function greet(config: Config, address: AddressInfo, accounts: DemoAccount[] | undefined): void {
  const lines = [
    "",
    `  BPM สนาม   ${config.publicOrigin}   (listening on ${address.address}:${address.port})`,
    `  API        ${config.publicOrigin}/api/docs`,
  ];
  if (accounts)
    lines.push("", "  Demo: everything in it is invented. Sign in as one of these:", "");
  for (const { username, password, role, office } of accounts ?? []) {
    lines.push(`  ${username.padEnd(16)}${password.padEnd(18)}${role.padEnd(18)}${office}`);
  }
  process.stdout.write(`${lines.join("\n")}\n\n`);
}
