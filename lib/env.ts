import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";

/** What can be set from outside. */
export type Environment = {
  port: number;
  host: string;
  dataFolder: string;
  contentFolder: string;
  databaseFile: string;
};

/** A variable with a value that can't be used, in a sentence that names it. */
export class WrongVariable extends Error {}

const LOOPBACK = ["127.0.0.1", "localhost", "::1"] as const;

const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 1 to 65535")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "must be a number from 1 to 65535")
    .default(3000),
  HOST: z
    .enum(LOOPBACK, {
      error: `must be ${LOOPBACK.join(", ")}: without accounts Rehearse serves this machine alone`,
    })
    .default("127.0.0.1"),
  DATA_DIR: folder("./data"),
  CONTENT_DIR: folder("./content"),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, "must be file: and the path of a SQLite file; others are not supported")
    .refine(
      (url) => !/^file::memory:|\?|\0/.test(url),
      "must name a file that is kept and written to: not :memory:, and without ? and what follows it",
    )
    .optional(),
});

/**
 * The environment, checked. Empty variables count as absent; relative folders are from `here`.
 * @throws WrongVariable
 */
export function readEnvironment(
  variables: Record<string, string | undefined> = process.env,
  here: string = process.cwd(),
): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    const shown = JSON.stringify(withoutPassword(given[name] ?? ""));
    throw new WrongVariable(`${name} is ${shown}: it ${issue?.message}.`);
  }
  const { PORT, HOST, DATA_DIR, CONTENT_DIR, DATABASE_URL } = parsed.data;
  const dataFolder = resolve(here, DATA_DIR);
  const file = DATABASE_URL?.slice("file:".length) ?? defaultFile(dataFolder);
  return {
    port: PORT,
    host: HOST,
    dataFolder,
    contentFolder: resolve(here, CONTENT_DIR),
    databaseFile: isAbsolute(file) ? file : resolve(here, file),
  };
}

/** The variables that say just this environment: for whatever in this process reads them later. */
export function variablesOf(environment: Environment): Record<string, string> {
  const { port, host, dataFolder, contentFolder, databaseFile } = environment;
  return {
    PORT: String(port),
    HOST: host,
    DATA_DIR: dataFolder,
    CONTENT_DIR: contentFolder,
    DATABASE_URL: databaseFile === defaultFile(dataFolder) ? "" : `file:${databaseFile}`,
  };
}

function defaultFile(dataFolder: string): string {
  return join(dataFolder, "rehearse.db");
}

// The sentence goes to logs and bug reports.
function withoutPassword(value: string): string {
  return value.replace(/(?<=:\/\/).*@/, "…@");
}

function folder(absent: string) {
  return z
    .string()
    .refine((path) => !path.includes("\0"), "must be the path of a folder")
    .default(absent);
}
