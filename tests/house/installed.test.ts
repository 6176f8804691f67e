import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inNode } from "@/tests/support/bootstrap";
import { aFolder } from "@/tests/support/store";

const LOOK = `import { isInstalledAsLocked } from "./lib/cli/bootstrap/installed.mjs";
  process.stdout.write(JSON.stringify(given.map((folder) => isInstalledAsLocked(folder))));`;

const WHOLE = { version: "1.0.0", integrity: "sha512-a" };
const LOCKED = {
  "": { version: "0.1.0" },
  "node_modules/a": WHOLE,
  "node_modules/for-another-machine": { ...WHOLE, optional: true },
};
const INSTALLED = { "node_modules/a": WHOLE };

test("packages are installed when they are those of the lockfile, and there", async () => {
  const cases: [what: string, folder: string, isInstalled: boolean][] = [
    ["as locked", aClone(LOCKED, INSTALLED), true],
    [
      "another machine's package is another",
      aClone(
        {
          ...LOCKED,
          "node_modules/for-another-machine": { ...WHOLE, optional: true, version: "2.0.0" },
        },
        INSTALLED,
      ),
      true,
    ],
    [
      "another version",
      aClone({ ...LOCKED, "node_modules/a": { ...WHOLE, version: "2.0.0" } }, INSTALLED),
      false,
    ],
    [
      "another content",
      aClone({ ...LOCKED, "node_modules/a": { ...WHOLE, integrity: "sha512-b" } }, INSTALLED),
      false,
    ],
    ["one that is to be added", aClone({ ...LOCKED, "node_modules/b": WHOLE }, INSTALLED), false],
    ["one that is to go", aClone({ "": LOCKED[""] }, INSTALLED), false],
    ["a folder that is gone", without(aClone(LOCKED, INSTALLED), "node_modules/a"), false],
    [
      "npm's list gone",
      without(aClone(LOCKED, INSTALLED), "node_modules/.package-lock.json"),
      false,
    ],
    ["nothing installed", without(aClone(LOCKED, INSTALLED), "node_modules"), false],
  ];
  const said: unknown = JSON.parse(
    await inNode(
      LOOK,
      cases.map(([, folder]) => folder),
    ),
  );
  expect(said).toEqual(cases.map(([, , isInstalled]) => isInstalled));
});

function aClone(locked: object, installed: object): string {
  const folder = aFolder();
  for (const path of Object.keys(installed)) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, "package.json"), "{}");
  }
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: locked }));
  writeFileSync(
    join(folder, "node_modules/.package-lock.json"),
    JSON.stringify({ packages: installed }),
  );
  return folder;
}

function without(folder: string, path: string): string {
  rmSync(join(folder, path), { recursive: true });
  return folder;
}
