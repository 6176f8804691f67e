import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { sharedDatabase } from "@/lib/use-case/context";

// The HTTP room reads the environment when it is loaded: import this statically, and what loads
// `lib/http/app-context` by `import()`, so that it serves an empty store under a port of our choice.
const PORT = 4321;
const folder = mkdtempSync(join(tmpdir(), "rehearse-"));

/** The store that is served. */
export const STORE = join(folder, "rehearse.db");
migrate(STORE, "prisma/migrations", new Date("2026-11-01T00:00:00Z"));
Object.assign(process.env, { PORT: String(PORT), DATABASE_URL: `file:${STORE}`, DATA_DIR: folder });

afterAll(async () => {
  await sharedDatabase(STORE).close();
  rmSync(folder, { recursive: true, force: true });
});

/** The name that our own pages are reached by. */
export const OWN_HOST = `127.0.0.1:${PORT}`;
export const OWN_ORIGIN = `http://${OWN_HOST}`;

type Sent = { method?: string; headers?: Record<string, string>; body?: BodyInit; duplex?: "half" };

/** A request as our own page sends it, but for what is given. */
export function aRequest(path: string, { headers, ...init }: Sent = {}): Request {
  return new Request(`${OWN_ORIGIN}${path}`, {
    ...init,
    headers: { host: OWN_HOST, origin: OWN_ORIGIN, "sec-fetch-site": "same-origin", ...headers },
  });
}

/** A POST of JSON. */
export function aPost(path: string, body: unknown): Request {
  return aRequest(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** What a route handler takes beside the request. */
export const noParams = { params: Promise.resolve({}) };
