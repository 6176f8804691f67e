import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("every server action begins with the guard", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((name) => join("app", name))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(name, "utf8") }))
    .filter(({ text }) => text.startsWith('"use server"'));
  expect(files.map(({ name }) => name).toSorted()).toEqual([
    "app/documents/actions.ts",
    "app/interview/actions.ts",
    "app/questions/[id]/actions.ts",
    "app/settings/actions.ts",
    "app/study/actions.ts",
  ]);
  expect(files.flatMap(({ text }) => unguarded(text))).toEqual([]);
});

test("an action without the guard is reported", () => {
  const text = `"use server";\nexport async function wipe() {\n  await removeAll();\n}\n`;
  expect(unguarded(text)).toEqual(["wipe"]);
});

/** The actions in a file whose first statement is not the guard. */
function unguarded(text: string): string[] {
  const actions = [...text.matchAll(/export async function (\w+)\([^{]*\{\s*([^;]*);/g)];
  if (actions.length === 0) return ["no action"];
  return actions
    .filter(([, , first]) => first !== "await guardAction()")
    .map(([, name]) => name ?? "");
}
