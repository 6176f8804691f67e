import { createServer, get, type Server } from "node:http";
import next from "next";
import { systemClock } from "@/lib/clock";
import { tryWriting } from "@/lib/db/try-writing";
import { type Environment, variablesOf } from "@/lib/env";
import { frontDoor } from "@/lib/http/front-door";
import { clearUploads } from "@/lib/library/uploads/folder";
import { contextOf, sharedDatabase } from "@/lib/use-case/context";
import { listen } from "./port";
import { refusing } from "./refusal";
import { watchContent } from "./watch-content";

const GOODBYE_MS = 3000;
const WARM_UP_MS = 10_000;
const AN_HOUR_MS = 3_600_000;

/**
 * Serves the pages in this process, so that there is nothing else to end, and says when it is ready: when
 * a grade can be written. A signal to stop lets what is under way finish, for a moment.
 */
export async function serve(environment: Environment): Promise<void> {
  const { host, port, dataFolder, databaseFile } = environment;
  // Next reads files like .env.local too, and would have the pages use another place than was prepared.
  Object.assign(process.env, variablesOf(environment));
  void readAhead(databaseFile);
  const app = next({ dev: false, hostname: host, port, dir: process.cwd() });
  await app.prepare();
  // The build may have taken the last room.
  await refusing(() => tryWriting(databaseFile));
  const answer = app.getRequestHandler();
  const server = createServer(
    frontDoor((request, response) => void answer(request, response), port),
  );
  await listen(server, environment);
  stopOnSignal(server, databaseFile);
  const address = `http://${host === "::1" ? "[::1]" : host}:${port}`;
  await briefly(warmUp(address), WARM_UP_MS);
  process.stdout.write(`Rehearse is ready at ${address}\n`);
  watchContent(environment);
  // A server that runs for weeks forgets them too.
  setInterval(() => void clearUploads(dataFolder, systemClock.now()), AN_HOUR_MS).unref();
}

/** Reads what pages count and searches look in, which takes a while in a large store, before somebody waits for it. */
async function readAhead(databaseFile: string): Promise<void> {
  try {
    const { database, learner } = await contextOf(sharedDatabase(databaseFile), systemClock);
    await database.standings(learner.id);
    await database.search.upToDate();
  } catch {
    // The first page reads it, and says what is wrong.
  }
}

/**
 * Asks for the pages that are asked for first: what pages are made with is loaded, and what they count is
 * made, which would hold up everybody a while.
 */
async function warmUp(address: string): Promise<void> {
  for (const path of ["/", "/study"])
    await new Promise((resolve) => {
      get(`${address}${path}`, (response) => response.resume().once("close", resolve)).once(
        "error",
        resolve,
      );
    });
}

/** Closes the doors, then the store, each for a moment, and exits. What is sent again changes nothing. */
function stopOnSignal(server: Server, databaseFile: string): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await briefly(new Promise((resolve) => server.close(resolve)), GOODBYE_MS);
    await briefly(sharedDatabase(databaseFile).close(), GOODBYE_MS);
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.removeAllListeners(signal);
    // Ctrl+C comes twice under npm: from the terminal, and passed on.
    process.on(signal, () => void stop());
  }
}

/** Waits for something for a while at most, whatever becomes of it. */
function briefly(work: Promise<unknown>, ms: number): Promise<unknown> {
  const over = new Promise((resolve) => setTimeout(resolve, ms));
  return Promise.race([work.catch(() => undefined), over]);
}
