import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { aMoment, open } from "../support/e2e";
import { aQuestion } from "../support/documents";
import { startRehearse, temporaryFolder } from "../support/server";

/** A running server with a content folder of its own, and what it holds as learners see it. */
async function aWatchedFolder(documents: Record<string, string>) {
  const folder = join(temporaryFolder(), "notes");
  mkdirSync(folder);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(documents)) write(name, text);
  const { url, end } = await startRehearse({ env: { CONTENT_DIR: folder } });
  const get = async (path: string) => (await fetch(`${url}${path}`)).json();
  const questions = async (): Promise<{ id: string; prompt: string; answer: string }[]> =>
    (await get("/api/questions")).items;
  const answers = async () => (await questions()).map(({ answer }) => answer);
  return { folder, write, url, get, questions, answers, end };
}

const PERU = aQuestion(1, "The capital of Peru?", "Lima.");
const CHILE = aQuestion(2, "The capital of Chile?", "Santiago.");

test("an edit shows while a session goes on, and its grade is recorded", async ({ page }) => {
  const watched = await aWatchedFolder({ "cities.md": PERU + CHILE });
  await open(page, `${watched.url}/study`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Peru");
  const before = await watched.questions();

  watched.write("cities.md", PERU.replace("Lima.", "Lima, since 1535.") + CHILE);
  await expect.poll(watched.answers).toEqual(["Lima, since 1535.", "Santiago."]);
  expect((await watched.questions()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));

  await page.getByRole("button", { name: "Show answer" }).click();
  await aMoment(page);
  await page.getByRole("button", { name: /^Good/ }).click();
  await expect.poll(async () => (await watched.get("/api/health")).counts.reviews).toBe(1);
  await page.goto(`${watched.url}/questions/${before[0]?.id}`);
  await expect(page.getByText("Lima, since 1535.")).toBeVisible();
  await watched.end("SIGKILL");
});

test("grades stay with their questions while documents are changed, split, joined, renamed and put away", async ({
  page,
  context,
}) => {
  const question = (country: string, i: number) =>
    aQuestion(i, `The capital of ${country}?`, `${country} is governed from its city ${i * 77}.`);
  const peru = question("Peru", 1);
  const rest = ["Chile", "Cuba", "Mali", "Oman"].map((country, i) => question(country, i + 2));
  const [chile = "", cuba = "", mali = "", oman = ""] = rest;
  const watched = await aWatchedFolder({ "a.md": peru + chile + cuba, "b.md": mali + oman });
  const files = async () => (await watched.get("/api/questions")).items;
  const whole = async (wanted: string[]) =>
    expect
      .poll(async () =>
        (await files())
          .map((q: Asked) => `${q.document.path.split("/").at(-1)} ${nameOf(q)}`)
          .toSorted(),
      )
      .toEqual(wanted);
  const graded: string[] = [];
  const grade = async () => {
    const heading = page.getByRole("heading", { level: 1 });
    const asked = (await heading.textContent()) ?? "";
    graded.push(asked);
    await aMoment(page);
    await page.keyboard.press(" ");
    await page.getByRole("heading", { name: "Answer" }).waitFor();
    await page.keyboard.press("3");
    await expect(heading).not.toHaveText(asked);
  };
  await open(page, `${watched.url}/study`);

  // Corrected, and parted: what is shown moves to another file.
  const corrected = peru.replace("its city", "Lima, its city");
  watched.write("a.md", cuba);
  watched.write("c.md", corrected + chile);
  await whole(["a.md Cuba", "b.md Mali", "b.md Oman", "c.md Chile", "c.md Peru"]);
  await grade();
  // Put away.
  watched.write("b.md", mali);
  await whole(["a.md Cuba", "b.md Mali", "c.md Chile", "c.md Peru"]);
  await grade();
  // Without a network, and joined under a new name.
  await context.setOffline(true);
  await grade();
  rmSync(join(watched.folder, "a.md"));
  rmSync(join(watched.folder, "c.md"));
  watched.write("d.md", cuba + chile + corrected);
  await whole(["b.md Mali", "d.md Chile", "d.md Cuba", "d.md Peru"]);
  await grade();
  await context.setOffline(false);
  await grade();

  await expect.poll(async () => (await watched.get("/api/health")).counts.reviews).toBe(5);
  const { questions, reviews } = await watched.get("/api/export");
  const prompts = new Map(questions.map((q: Asked) => [q.id, q.prompt]));
  expect(reviews.map((review: { questionId: string }) => prompts.get(review.questionId))).toEqual(
    graded,
  );
  expect(new Set(graded).size).toBe(5);
  await watched.end("SIGKILL");
});

type Asked = { id: string; prompt: string; document: { path: string } };

/** The country that a question asks about. */
const nameOf = ({ prompt }: Asked) => /of (\w+)/.exec(prompt)?.[1];

test("a server that nobody listens to any more goes on, and comes to rest", async () => {
  const folder = temporaryFolder();
  const write = (text: string) => writeFileSync(join(folder, "cities.md"), text);
  write(PERU);
  const { url, process: server, end } = await startRehearse({ env: { CONTENT_DIR: folder } });
  server.stdout?.destroy();
  server.stderr?.destroy();
  write(PERU + CHILE);
  const health = async () => (await fetch(`${url}/api/health`)).json();
  await expect.poll(async () => (await health()).counts.questions).toBe(2);
  // The report of the change, which nobody reads, is written after it.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const used = cpuTicks(server.pid);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(cpuTicks(server.pid) - used).toBeLessThan(100);
  await end("SIGKILL");
});

/** What a process used of the processor until now, in hundredths of a second. */
function cpuTicks(pid = 0): number {
  // After the name, in brackets: fields 14 and 15 of proc(5).
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

test("nothing is lost by the ways in which editors save, nor by a folder that goes and comes", async () => {
  const { folder, write, answers, questions, get, end } = await aWatchedFolder({
    "cities.md": PERU + CHILE,
  });
  const ids = (await questions()).map(({ id }) => id);

  write("cities.md~", PERU + CHILE.replace("Santiago.", "Santiago de Chile."));
  renameSync(join(folder, "cities.md~"), join(folder, "cities.md"));
  await expect.poll(answers).toEqual(["Lima.", "Santiago de Chile."]);

  write("cities.md", "");
  write("rivers.md", aQuestion(1, "Longest?", "The Nile.") + aQuestion(2, "Widest?", "Amazon."));
  await expect.poll(answers).toEqual(["Lima.", "Santiago de Chile.", "The Nile.", "Amazon."]);

  rmSync(folder, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect((await get("/api/health")).counts.questions).toBe(4);

  mkdirSync(folder);
  write("cities.md", PERU + CHILE);
  await expect.poll(answers, { timeout: 10_000 }).toContain("Santiago.");
  expect(await answers()).toEqual(["Lima.", "Santiago.", "The Nile.", "Amazon."]);
  expect((await questions()).slice(0, 2).map(({ id }) => id)).toEqual(ids);
  await end("SIGKILL");
});
