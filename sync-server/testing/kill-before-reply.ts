import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { readConfig } from "../config.ts";
import { openServer } from "../open-server.ts";

// The same server as main.ts, started by a test, but for one fault: it dies, as by kill -9, when a
// push is decided and stored and its reply is about to be sent.

const [port = "", dataDir = ""] = process.argv.slice(2);
const config = readConfig({ PORT: port, DATA_DIR: dataDir, LOG_LEVEL: "silent" });
if (!config.ok) throw new Error(config.error.join(" "));
const opened = await openServer(config.value);
if (!opened.ok) throw new Error(opened.error);
const { app } = opened.value;

const deadly = new Hono();
deadly.use(async (c) => {
  const reply = await app.fetch(c.req.raw, c.env);
  if (c.req.path === "/api/sync/push" && reply.status === 200) process.kill(process.pid, "SIGKILL");
  return reply;
});
serve({ fetch: deadly.fetch, hostname: config.value.host, port: config.value.port });
