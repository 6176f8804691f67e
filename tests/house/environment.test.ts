import { describe, expect, test } from "vitest";
import { readEnvironment, variablesOf, WrongVariable } from "@/lib/env";

const HERE = "/home/ada/rehearse";
const DEFAULTS = {
  port: 3000,
  host: "127.0.0.1",
  dataFolder: "/home/ada/rehearse/data",
  contentFolder: "/home/ada/rehearse/content",
  databaseFile: "/home/ada/rehearse/data/rehearse.db",
};

describe("what is set from outside", () => {
  test("may be nothing", () => {
    expect(readEnvironment({}, HERE)).toEqual(DEFAULTS);
  });

  test("is nothing when it is empty", () => {
    const empty = { PORT: "", HOST: "", DATA_DIR: "", CONTENT_DIR: "", DATABASE_URL: "" };
    expect(readEnvironment(empty, HERE)).toEqual(DEFAULTS);
  });

  test("may be the environment of any program", () => {
    expect(readEnvironment({ PATH: "/bin", HOME: undefined }, HERE)).toEqual(DEFAULTS);
  });

  test.each([
    ["1", 1],
    ["65535", 65_535],
    ["08080", 8080],
  ])("a port of %s", (PORT, port) => {
    expect(readEnvironment({ PORT }, HERE).port).toBe(port);
  });

  test.each(["127.0.0.1", "localhost", "::1"])("this machine, called %s", (HOST) => {
    expect(readEnvironment({ HOST }, HERE).host).toBe(HOST);
  });
});

describe("folders", () => {
  test("are from the folder given when they are relative", () => {
    const given = { DATA_DIR: "../elsewhere", CONTENT_DIR: "my notes/aws" };
    expect(readEnvironment(given, HERE)).toMatchObject({
      dataFolder: "/home/ada/elsewhere",
      contentFolder: "/home/ada/rehearse/my notes/aws",
      databaseFile: "/home/ada/elsewhere/rehearse.db",
    });
  });

  test("are where they say when they are absolute", () => {
    const given = { DATA_DIR: "/var/lib/rehearse", CONTENT_DIR: "/srv/notes" };
    expect(readEnvironment(given, HERE)).toMatchObject({
      dataFolder: "/var/lib/rehearse",
      contentFolder: "/srv/notes",
      databaseFile: "/var/lib/rehearse/rehearse.db",
    });
  });

  test.each([
    ["file:mine.db", "/home/ada/rehearse/mine.db"],
    ["file:./data/mine.db", "/home/ada/rehearse/data/mine.db"],
    ["file:/var/mine.db", "/var/mine.db"],
  ])("a store of %s is its own, outside of the data folder", (DATABASE_URL, databaseFile) => {
    const environment = readEnvironment({ DATABASE_URL, DATA_DIR: "/elsewhere" }, HERE);
    expect(environment).toMatchObject({ databaseFile, dataFolder: "/elsewhere" });
  });
});

describe("what was read", () => {
  test.each<Record<string, string>>([
    {},
    { PORT: "4000", HOST: "::1", DATA_DIR: "/what?", CONTENT_DIR: "notes" },
    { DATABASE_URL: "file:mine.db" },
  ])("is read again as it is from what it sets, %o", (given) => {
    const environment = readEnvironment(given, HERE);
    expect(readEnvironment(variablesOf(environment), "/elsewhere")).toEqual(environment);
  });

  test("leaves no variable to be set by another file", () => {
    expect(Object.keys(variablesOf(readEnvironment({}, HERE))).toSorted()).toEqual([
      "CONTENT_DIR",
      "DATABASE_URL",
      "DATA_DIR",
      "HOST",
      "PORT",
    ]);
  });
});

describe("a wrong value is one sentence that names it:", () => {
  test.each(["abc", "0", "70000", "65536", "123456", "-1", "3000.5", "3e3", "0x10", " 3000", "٣"])(
    "PORT=%s",
    (PORT) => {
      expect(said({ PORT })).toBe(
        `PORT is ${JSON.stringify(PORT)}: it must be a number from 1 to 65535.`,
      );
    },
  );

  test.each(["0.0.0.0", "::", "192.168.1.7", "example.com", "LOCALHOST"])("HOST=%s", (HOST) => {
    expect(said({ HOST })).toBe(
      `HOST is "${HOST}": it must be 127.0.0.1, localhost, ::1: without accounts Rehearse serves this machine alone.`,
    );
  });

  test.each(["postgresql://ada:secret@db/rehearse", "file:", "data/rehearse.db", "mysql://x"])(
    "DATABASE_URL=%s",
    (DATABASE_URL) => {
      expect(said({ DATABASE_URL })).toMatch(
        /^DATABASE_URL .*must be file: and the path of a SQLite file; others are not supported\.$/,
      );
    },
  );

  test.each([
    "file::memory:",
    "file:rehearse.db?mode=memory",
    "file:rehearse.db?mode=ro",
    "file:/a.db?immutable=1",
    "file:a\0b.db",
  ])("DATABASE_URL=%s, where nothing would be kept", (DATABASE_URL) => {
    expect(said({ DATABASE_URL })).toMatch(
      /^DATABASE_URL is ".+": it must name a file that is kept and written to: not :memory:, and without \? and what follows it\.$/,
    );
  });

  test("DATA_DIR and CONTENT_DIR", () => {
    expect(said({ DATA_DIR: "a\0b" })).toBe(
      'DATA_DIR is "a\\u0000b": it must be the path of a folder.',
    );
    expect(said({ CONTENT_DIR: "\0" })).toBe(
      'CONTENT_DIR is "\\u0000": it must be the path of a folder.',
    );
  });

  test("of several the first", () => {
    expect(said({ PORT: "abc", HOST: "0.0.0.0" })).toMatch(/^PORT is "abc": [^.]+\.$/);
  });

  test("and no password", () => {
    expect(said({ DATABASE_URL: "postgresql://ada:secret@db/rehearse" })).not.toContain("secret");
  });
});

function said(variables: Record<string, string>): string {
  try {
    readEnvironment(variables, HERE);
  } catch (error) {
    if (error instanceof WrongVariable) return error.message;
    throw error;
  }
  return "nothing";
}
