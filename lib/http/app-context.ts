import { connection } from "next/server";
import { systemClock } from "@/lib/clock";
import { readEnvironment } from "@/lib/env";
import { type Context, contextOf, sharedDatabase } from "@/lib/use-case/context";

const environment = readEnvironment();

/** The port that requests must name. */
export const ownPort = environment.port;

/** What a request's use case takes; what was sent and not yet taken in lies in the data folder. */
export type AppContext = Context & { dataFolder: string };

export async function appContext(): Promise<AppContext> {
  const { databaseFile, dataFolder } = environment;
  return { ...(await contextOf(sharedDatabase(databaseFile), systemClock)), dataFolder };
}

/**
 * The same for a page. A page that reads the clock or the store without having waited for its
 * request would be rendered once, at build, without a warning.
 */
export async function pageContext(): Promise<AppContext> {
  await connection();
  return appContext();
}
