import { connection } from "next/server";
import { systemClock } from "@/lib/clock";
import { readEnvironment } from "@/lib/env";
import { type Context, contextOf, sharedDatabase } from "@/lib/study/context";

const environment = readEnvironment();

/** The port that requests must name. */
export const ownPort = environment.port;

/** What a request's use case takes. */
export function appContext(): Promise<Context> {
  return contextOf(sharedDatabase(environment.databaseFile), systemClock);
}

/**
 * The same for a page. A page that reads the clock or the store without having waited for its
 * request would be rendered once, at build, without a warning.
 */
export async function pageContext(): Promise<Context> {
  await connection();
  return appContext();
}
