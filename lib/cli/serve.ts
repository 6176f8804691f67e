import { createServer } from "node:http";
import next from "next";
import { systemClock } from "@/lib/clock";
import type { Environment } from "@/lib/env";
import { clearUploads } from "@/lib/library/uploads/folder";
import { listen } from "./port";
import { watchContent } from "./watch-content";

const GOODBYE_MS = 3000;
const AN_HOUR_MS = 3_600_000;

/**
 * Serves the pages in this process, so that there is nothing else to end, and says when it is ready.
 * SIGINT and SIGTERM let what is under way finish, for a moment.
 */
export async function serve(environment: Environment): Promise<void> {
  const { host, port, dataFolder } = environment;
  const app = next({ dev: false, hostname: host, port, dir: process.cwd() });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = createServer((request, response) => void answer(request, response));
  await listen(server, environment);
  // Whoever read what we say may be gone. Unheard, the failed write would be reported by another, and
  // so on without end.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), GOODBYE_MS).unref();
    });
  }
  const name = host === "::1" ? "[::1]" : host;
  process.stdout.write(`Rehearse is ready at http://${name}:${port}\n`);
  watchContent(environment);
  // A server that runs for weeks forgets them too.
  setInterval(() => void clearUploads(dataFolder, systemClock.now()), AN_HOUR_MS).unref();
}
