import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { migrate } from "@/lib/db/migrate";
import { inNode } from "@/tests/support/bootstrap";
import { freePort } from "@/tests/support/server";
import { aFolder } from "@/tests/support/store";

/**
 * Prepares what `npm start` prepares, for each environment in turn, as somebody to whom what files allow
 * matters: root, as which CI runs, may write all of them.
 */
const PREPARE = `const { prepareData } = await import("./.build/cli/prepare.mjs");
  const { sentenceFor } = await import("./lib/cli/bootstrap/mishaps.mjs");
  if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
  process.setMaxListeners(0);
  const sentences = [];
  for (const environment of given) {
    Object.assign(process.env, environment);
    const error = await prepareData((_, work) => work()).then(() => new Error("It went well"), (error) => error);
    sentences.push(sentenceFor(error) ?? error.stack);
  }
  process.stdout.write(JSON.stringify(sentences));`;

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

type Place = { folder: string; data: string; file: string };
type Environment = Partial<
  Record<"PORT" | "HOST" | "DATA_DIR" | "CONTENT_DIR" | "DATABASE_URL", string>
>;

const MISHAPS: [what: string, mishap: (place: Place) => Environment | void, sentence: RegExp][] = [
  ["a port that is no number", () => ({ PORT: "abc" }), /^PORT is "abc": it must be a number from/],
  ["a port out of range", () => ({ PORT: "70000" }), /^PORT is "70000": it must be a number from/],
  ["an open host", () => ({ HOST: "0.0.0.0" }), /^HOST is "0\.0\.0\.0": it must be 127\.0\.0\.1/],
  ["a database in memory", () => ({ DATABASE_URL: "file::memory:" }), /^DATABASE_URL .* kept and/],
  ["a database to be read", () => ({ DATABASE_URL: "file:a.db?mode=ro" }), /^DATABASE_URL .* kept/],
  [
    "no content folder",
    () => ({ CONTENT_DIR: "/no/such" }),
    /^CONTENT_DIR is \/no\/such, and there/,
  ],
  [
    "a file for content",
    ({ file }) => ({ CONTENT_DIR: file }),
    /^CONTENT_DIR .* that is no folder/,
  ],
  [
    "a content folder of another user",
    ({ folder }) => ({ CONTENT_DIR: another(join(folder, "content")) }),
    /^CONTENT_DIR is .+content, and Rehearse may not read it\. Allow it, or/,
  ],
  [
    "a file for data",
    ({ file }) => ({ DATA_DIR: file, DATABASE_URL: "" }),
    /^Rehearse can't use .+ \(EEXIST\): a file stands .* or set DATA_DIR to another folder\.$/,
  ],
  [
    "data below a file",
    ({ file }) => ({ DATA_DIR: join(file, "data"), DATABASE_URL: "" }),
    /^Rehearse can't use .+ \(ENOTDIR\): a file stands/,
  ],
  [
    "a data folder that can't be made",
    ({ folder }) => ({ DATA_DIR: join(another(join(folder, "root")), "data"), DATABASE_URL: "" }),
    /^Rehearse may not use .+ \(EACCES\)/,
  ],
  [
    "a data folder where the system has none",
    () => ({ DATA_DIR: process.platform === "linux" ? "/proc/a/data" : "/dev/null/data" }),
    /^Rehearse (?:can't|may not) .+ or set DATA_DIR to another folder\.$/,
  ],
  [
    "a data folder of another user",
    ({ data }) => void another(data, 0o755),
    isRoot
      ? /^Rehearse may not use .+data \(EACCES\): it belongs to another user, perhaps since Rehearse was started with sudo once\. Make it yours: sudo chown -R \$\(id -u\) ".+data", or set DATA_DIR to another folder\.$/
      : /^Rehearse may not use .+data \(EACCES\)\./,
  ],
  [
    "a database of another user",
    ({ file }) => void another(file, 0o644),
    /^Rehearse may not use .+rehearse\.db \(EACCES\)/,
  ],
  [
    "a log of another user",
    ({ file }) => void another(leftBeside(file, "-wal"), 0o644),
    /^Rehearse may not use .+rehearse\.db-wal \(EACCES\)/,
  ],
  [
    "an index of the log of another user",
    ({ file }) => void another(leftBeside(file, "-shm"), 0o644),
    /^Rehearse may not use .+rehearse\.db-shm \(EACCES\)/,
  ],
  [
    "a lock of another user",
    ({ data }) => {
      writeFileSync(join(data, "server.lock.db"), "");
      another(join(data, "server.lock.db"), 0o644);
    },
    /^Rehearse may not use .+server\.lock\.db \(EACCES\)/,
  ],
  [
    "one's own that may not be written",
    ({ file }) => chmodSync(file, 0o444),
    /^Rehearse may not use .+rehearse\.db \(EACCES\)\. Allow it: chmod -R u\+rwX ".+data", or/,
  ],
  [
    "no database in the database",
    ({ file }) => writeFileSync(file, "x".repeat(5000)),
    /^.+rehearse\.db is no SQLite database\. Nothing was changed\. Move it away/,
  ],
  ["half a database", ({ file }) => truncateSync(file, 40_960), /^.+rehearse\.db is damaged/],
  [
    "an empty database",
    ({ file }) => truncateSync(file, 0),
    /^.+rehearse\.db is empty \(0 bytes\)/,
  ],
  [
    "a folder for a database",
    ({ folder }) => ({ DATABASE_URL: `file:${folder}` }),
    /^.+ is a folder, .* or set DATABASE_URL to another file\.$/,
  ],
  [
    "a database on a disk that is not there",
    ({ folder }) => {
      symlinkSync("/no/such/rehearse.db", join(folder, "link.db"));
      return { DATABASE_URL: `file:${join(folder, "link.db")}` };
    },
    /^.+link\.db is a link to \/no\/such\/rehearse\.db, which is not there/,
  ],
];

let made: Buffer | undefined;

/** A store in a data folder, and an empty content folder, of whom `npm start` is run by. */
function aPlace(): Place {
  const folder = aFolder();
  const data = join(folder, "data");
  const file = join(data, "rehearse.db");
  mkdirSync(data);
  mkdirSync(join(folder, "content"));
  if (made) writeFileSync(file, made);
  else migrate(file, "prisma/migrations", new Date("2026-11-28T08:00:00Z"));
  made ??= readFileSync(file);
  if (isRoot) for (const path of [folder, data, file]) chownSync(path, NOBODY, NOBODY);
  return { folder, data, file };
}

function sound({ folder, data }: Place): Environment {
  const CONTENT_DIR = join(folder, "content");
  return { HOST: "127.0.0.1", DATA_DIR: data, CONTENT_DIR, DATABASE_URL: "" };
}

/** Gives a file or folder to another user, or as near as one comes to it without being root. */
function another(path: string, mode = 0o700): string {
  if (!existsSync(path)) mkdirSync(path);
  chmodSync(path, isRoot ? mode : mode === 0o700 ? 0 : mode & 0o555);
  if (isRoot) chownSync(path, 0, 0);
  return path;
}

function leftBeside(file: string, ending: string): string {
  writeFileSync(file + ending, "");
  return file + ending;
}

function dataIn({ file }: Place): string {
  return statSync(file).isFile() ? readFileSync(file).toString("latin1") : "a folder";
}

test("what was set up and is missing is said in a sentence, and a bug keeps its stack", async () => {
  const said = await inNode(
    `const { sentenceFor } = await import("./lib/cli/bootstrap/mishaps.mjs");
     const errors = [
       await import("a-package-that-is-gone").catch((error) => error),
       new TypeError("undefined is not a function"),
       Object.assign(new Error("no such file"), { code: "ENOENT", path: "lib/cli/gone.ts" }),
     ];
     process.stdout.write(JSON.stringify(errors.map(sentenceFor)));`,
    null,
  );
  expect(JSON.parse(said)).toEqual([
    expect.stringMatching(
      /^Something that was set up is missing or not whole: Cannot find package 'a-package-that-is-gone' .*\. Remove .+node_modules and .+\.build, and start again\.$/,
    ),
    null,
    null,
  ]);
});

test("what may happen to an owner's machine is said in one sentence, and the data stay as they are", async () => {
  const PORT = String(await freePort());
  const places = MISHAPS.map(([, mishap]) => {
    const place = aPlace();
    const environment = { ...sound(place), PORT, ...mishap(place) };
    return { ...place, environment, before: dataIn(place) };
  });
  const said = await inNode(
    PREPARE,
    places.map(({ environment }) => environment),
  );
  const sentences = z.array(z.string()).parse(JSON.parse(said));
  for (const [index, [what, , sentence]] of MISHAPS.entries()) {
    expect([what, sentences[index]]).toEqual([what, expect.stringMatching(sentence)]);
    expect([what, sentences[index]]).toEqual([what, expect.stringMatching(/^[^\n]+\.$/)]);
  }
  expect(places.map(dataIn)).toEqual(places.map(({ before }) => before));
});
