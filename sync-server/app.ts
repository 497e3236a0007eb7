import { Hono } from "hono";
import type { Logger } from "pino";
import { PROTOCOL_VERSION } from "../shared/protocol-version.ts";
import type { Health } from "../shared/pull.ts";
import { createAccounts } from "./accounts/accounts.ts";
import type { Passwords } from "./accounts/passwords.ts";
import { createSignInLimits } from "./accounts/sign-in-limits.ts";
import { addApiDocs } from "./api-docs.ts";
import { AppError, asAppError, errorResponse } from "./app-error.ts";
import type { Files } from "./files/open-files.ts";
import { createKeptDecisions } from "./kept/decide-kept.ts";
import { listKept } from "./kept/list-kept.ts";
import { createAuth } from "./middleware/auth.ts";
import { createAddressOf } from "./middleware/client-address.ts";
import { createCookies } from "./middleware/cookies.ts";
import { requestLog } from "./middleware/request-log.ts";
import { sameOrigin } from "./middleware/same-origin.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { openRescue } from "./rescue/open-rescue.ts";
import { createRescueKeys } from "./rescue/rescue-keys.ts";
import { createRescuedWork } from "./rescue/rescued-work.ts";
import { createReviewSubmission } from "./review/review-submission.ts";
import { areasRoutes } from "./routes/areas.ts";
import { authRoutes } from "./routes/auth.ts";
import { filesRoutes } from "./routes/files.ts";
import { healthRoutes } from "./routes/health.ts";
import { keptRoutes } from "./routes/kept.ts";
import { pullRoutes } from "./routes/pull.ts";
import { pushRoutes } from "./routes/push.ts";
import { rescueRoutes } from "./routes/rescue.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { tabletsRoutes } from "./routes/tablets.ts";
import { type StaticApp, serveStaticApp } from "./static-app.ts";
import { confirmVillage } from "./store/areas.ts";
import { readInstallation } from "./store/installation.ts";
import type { Store } from "./store/open.ts";
import { applyBatch } from "./sync/apply-batch.ts";
import { pull } from "./sync/pull.ts";
import { createPushQueue } from "./sync/push-queue.ts";
import { createTablets } from "./tablets/manage-tablets.ts";

export type AppDeps = {
  store: Store;
  passwords: Passwords;
  staticApp: StaticApp;
  log: Logger;
  now(): Date;
  version: string;
  publicOrigin: string;
  trustProxy: boolean;
  demo: boolean;
  files: Files;
};

/** Where uploads are begun; their own addresses lie below it. */
export const FILES_PATH = "/api/files";

/** Beyond this many waiting pushes, trying again later serves everyone better than waiting. */
const MAX_WAITING_PUSHES = 3000;

/** The whole server as one function from request to reply; knows neither environment nor socket. */
export function createApp(deps: AppDeps): Hono {
  const { store, log, now, demo, files } = deps;
  const https = deps.publicOrigin.startsWith("https:");
  const cookies = createCookies({ https });
  const accounts = createAccounts({ ...deps, limits: createSignInLimits() });
  const auth = createAuth(accounts, cookies);
  const push = createPushQueue((pushes) => applyBatch(store.writer, pushes, now().toISOString()), {
    maxWaiting: MAX_WAITING_PUSHES,
  });
  const rescueKeys = createRescueKeys({ store, now });

  async function health(): Promise<Health> {
    const { epoch } = await readInstallation(store.reader);
    const time = now().toISOString();
    return {
      status: "ok",
      version: deps.version,
      protocolVersion: PROTOCOL_VERSION,
      epoch,
      time,
      demo,
    };
  }

  const app = new Hono();
  app.use(requestLog(log));
  app.use(securityHeaders({ https }));
  app.use("/api/*", sameOrigin(deps.publicOrigin));
  app.route("/api/health", healthRoutes({ health }));
  app.route(
    "/api/auth",
    authRoutes({ accounts, auth, cookies, addressOf: createAddressOf(deps), demo, rescueKeys }),
  );
  app.route("/api/sync/push", pushRoutes({ auth, push }));
  app.route("/api/sync/pull", pullRoutes({ auth, pull: (query) => pull(store.reader, query) }));
  app.route("/api/submissions", reviewRoutes({ auth, review: createReviewSubmission(deps) }));
  app.route(FILES_PATH, filesRoutes({ auth, files }));
  app.route(
    "/api/rescue",
    rescueRoutes({
      auth,
      rescue: openRescue({
        store,
        push,
        now,
        publish: files.publish,
        folder: files.rescueFolder,
        keys: rescueKeys,
      }),
      rescuedWork: createRescuedWork({ store, now, readFile: files.read }),
    }),
  );
  app.route(
    "/api/areas",
    areasRoutes({
      auth,
      confirmVillage: (village) => confirmVillage(store.writer, village),
    }),
  );
  app.route(
    "/api/kept",
    keptRoutes({
      auth,
      list: (person) => listKept(store.reader, person),
      decisions: createKeptDecisions({ store, push, now }),
    }),
  );
  app.route("/api/tablets", tabletsRoutes({ auth, tablets: createTablets(deps) }));
  addApiDocs(app, deps);
  refuseOtherMethods(app);
  app.all("/api", apiNotFound).all("/api/*", apiNotFound);
  app.use(serveStaticApp(deps.staticApp));
  app.onError((error) => {
    const known = asAppError(error);
    if (known) return errorResponse(known);
    log.error({ err: error }, "A request failed by a bug");
    return errorResponse(new AppError(500, "internal", "Something went wrong on the server"));
  });
  return app;
}

/** A path that exists answers 405 to the methods it does not know. */
function refuseOtherMethods(app: Hono): void {
  const paths = new Set(
    app.routes.filter(({ method }) => method !== "ALL").map((route) => route.path),
  );
  for (const path of paths) {
    app.all(path, () => {
      throw new AppError(405, "method-not-allowed", "This address does not know that method");
    });
  }
}

function apiNotFound(): never {
  throw new AppError(404, "not-found", "There is no such address");
}
