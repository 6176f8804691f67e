import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "@/lib/cli/data-folder";
import { watchContent } from "@/lib/cli/watch-content";
import { fingerprint } from "@/lib/ingest/extract-document";
import { sharedDatabase } from "@/lib/use-case/context";
import { aContentFolder } from "@/tests/support/content-folder";
import { aQuestion } from "@/tests/support/documents";

const BETWEEN_SAVES_MS = 40;
const PATIENCE = { timeout: 30_000, interval: 50 };

test("of saves that never rest, the last of each file is taken in, whatever was being read meanwhile", async () => {
  const { folder, at, put, rename } = aContentFolder({ "a.md": capital("Peru", 0) });
  const dataFolder = join(folder, "../data");
  mkdirSync(dataFolder);
  const databaseFile = join(dataFolder, "rehearse.db");
  openStore({ databaseFile });
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const stop = watchContent({
    port: 0,
    host: "127.0.0.1",
    dataFolder,
    contentFolder: folder,
    databaseFile,
  });
  const database = sharedDatabase(databaseFile);
  onTestFinished(async () => {
    await stop();
    vi.restoreAllMocks();
    await database.close();
  });
  for (let edition = 1; edition <= 40; edition += 1) {
    const name = ["a.md", "b.md", "c/d.md"][edition % 3] ?? "";
    put(edition % 2 === 0 ? name : `${name}~`, capital(name, edition));
    if (edition % 2 === 1) rename(`${name}~`, name);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_SAVES_MS));
  }
  const names = ["a.md", "b.md", "c/d.md"];
  await expect
    .poll(async () => {
      const rows = await database.read.document.findMany({ orderBy: { path: "asc" } });
      return rows.map(({ sha256 }) => sha256);
    }, PATIENCE)
    .toEqual(names.map((name) => fingerprint(readFileSync(at(name)))));
});

function capital(country: string, edition: number): string {
  return aQuestion(1, `The capital of ${country}?`, `It is its city number ${edition}.`);
}
