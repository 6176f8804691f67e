import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { accessibilityFaults, aMoment, expect, open, storedReviews, test } from "../support/e2e";
import { aDocument } from "../support/markdown";
import { startRehearse, temporaryFolder } from "../support/server";
import { AFTER, BEFORE } from "../support/unclear";

const OTHERS = [
  { prompt: "What is a metric?", answer: "What a path costs." },
  { prompt: "Who owns a zone?", answer: "Whom its parent names." },
  { prompt: "What is a hop?", answer: "A step of a route." },
];

test("what a run could not tell is asked, answered and taken back by keys, and asked no more", async ({
  browser,
}) => {
  const content = temporaryFolder();
  const dataFolder = temporaryFolder();
  const write = (name: string, text: string) => {
    mkdirSync(content, { recursive: true });
    writeFileSync(join(content, name), text);
  };
  write("a.md", aDocument(...OTHERS, BEFORE));
  write("b.md", aDocument({ topic: "Storage", prompt: "Why RAID?", answer: "Disks die." }));
  const settings = { dataFolder, env: { CONTENT_DIR: content } };
  await (await startRehearse(settings)).end("SIGTERM");
  write("a.md", aDocument(...OTHERS, AFTER));
  write("c.md", aDocument({ prompt: "What is a hop?", answer: "One step." }));
  const server = await startRehearse(settings);
  const context = await browser.newContext({ baseURL: server.url ?? "" });
  const page = await context.newPage();

  await open(page, "/documents");
  await expect(page.getByRole("heading", { name: "2 things to decide" })).toBeVisible();
  const changed = page.getByRole("article", { name: "Is this the same question, changed?" });
  await expect(changed.getByRole("group", { name: "Before" })).toContainText("small database");
  await expect(changed.getByRole("group", { name: "Now" })).toContainText("huge old store");
  expect(await accessibilityFaults(page)).toEqual([]);

  await changed.getByRole("button", { name: "Same question" }).focus();
  await page.keyboard.press("Enter");
  const left = page.getByRole("heading", { name: "One thing to decide" });
  await expect(left).toBeVisible();
  await expect(page.getByText("They are one question now.")).toBeAttached();
  const twice = page.getByRole("article", { name: "Is this the same question twice?" });
  await expect(twice.getByRole("heading", { level: 3 })).toBeFocused();
  const made = page.getByRole("region", { name: "Made one question" });
  await expect(made).toContainText(`“${BEFORE.prompt}” is one with “${AFTER.prompt}”`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await made.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(made.getByText("They are two questions again")).toBeFocused();
  await expect(left).toBeVisible();

  await twice.getByRole("button", { name: "Same question" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Made one question" })).toBeFocused();
  expect(await questions(page)).toBe(5);
  await made.getByRole("link").press("Enter");
  const others = page.getByRole("region", { name: "Other questions in this one" });
  await expect(others).toContainText("Merged with “What is a hop?” on ");
  await others.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(others.getByText("They are two questions again")).toBeFocused();
  expect(await questions(page)).toBe(6);

  await page.goto("/documents");
  await expect(page.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: /to decide$|^Made one/ })).toHaveCount(0);
  await context.close();
  await server.end("SIGKILL");
});

test("two questions made one in another tab meanwhile are asked once, and a quiet line says so", async ({
  browser,
}) => {
  const content = temporaryFolder();
  const hop = (answer: string) => aDocument({ prompt: "What is a hop?", answer });
  writeFileSync(join(content, "a.md"), hop("A step of a route."));
  writeFileSync(join(content, "b.md"), hop("One step of many on the way."));
  writeFileSync(join(content, "c.md"), aDocument({ prompt: "Why RAID?", answer: "Disks die." }));
  const server = await startRehearse({ env: { CONTENT_DIR: content } });
  const context = await browser.newContext({ baseURL: server.url ?? "" });
  const [page, other] = [await context.newPage(), await context.newPage()];
  await open(page, "/study");
  await open(other, "/documents");
  await other.getByRole("button", { name: "Same question" }).click();
  await expect(other.getByRole("heading", { name: "Made one question" })).toBeVisible();

  const heading = page.getByRole("heading", { level: 1 });
  const status = page.getByRole("status").first();
  await expect(heading).toHaveText("What is a hop?");
  const hops = await gradeUntil(page, async () => (await status.textContent())?.includes("is one"));
  await expect(status).toContainText("Graded Good. It is one with another question now");
  await expect(heading).toHaveText("Why RAID?");
  await gradeUntil(page, async () => page.getByText("You answered").isVisible());
  const { items } = await (await page.request.get("/api/questions")).json();
  const reps = items.map(({ prompt, memory }: Asked) => [prompt, memory.reps]);
  expect(reps.toSorted()).toEqual([
    ["What is a hop?", hops],
    ["Why RAID?", 1],
  ]);
  await context.close();
  await server.end("SIGKILL");
});

type Asked = { prompt: string; memory: { reps: number } };

/** Grades Good, one question after the other, until it is enough; answers how many. */
async function gradeUntil(page: Page, isEnough: () => Promise<boolean | undefined>) {
  const before = await storedReviews(page);
  for (let graded = 1; ; graded += 1) {
    await page.keyboard.press(" ");
    await page.getByRole("heading", { name: "Answer" }).waitFor();
    await page.keyboard.press("3");
    await expect.poll(() => storedReviews(page)).toBe(before + graded);
    // What came back with it is shown a moment later.
    await aMoment(page);
    if (await isEnough()) return graded;
  }
}

test("what two documents both ask is answered at once, and what is more is shown where it is asked for", async ({
  browser,
}) => {
  const content = temporaryFolder();
  const asks = (source: string, prompts: string[]) =>
    aDocument(...prompts.map((prompt) => ({ prompt, answer: `As the ${source} says.` })));
  const both = ["What is a metric?", "Who owns a zone?", "What is a hop?"];
  for (const source of ["book", "course"])
    writeFileSync(join(content, `${source}.md`), asks(source, both));
  for (const one of ["What is a lease?", "Why does a token expire?", "When is a lock free?"]) {
    writeFileSync(join(content, `a ${one.slice(0, -1)}.md`), asks("talk", [one]));
    writeFileSync(join(content, `b ${one.slice(0, -1)}.md`), asks("notes", [one]));
  }
  const server = await startRehearse({ env: { CONTENT_DIR: content } });
  const context = await browser.newContext({ baseURL: server.url ?? "" });
  const page = await context.newPage();

  await open(page, "/documents");
  await expect(page.getByRole("heading", { name: "4 things to decide" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(3);
  await page.getByRole("link", { name: "Show more" }).press("Enter");
  await expect(page.getByRole("article")).toHaveCount(4);
  await expect(page.getByRole("article").last().getByRole("heading", { level: 3 })).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);

  const group = page.getByRole("article", { name: "Are these 3 questions the same twice?" });
  await group.getByText("The 3 questions").press("Enter");
  await expect(group).toContainText("What is a metric?");
  await group.getByRole("button", { name: "Same questions, all 3" }).press("Enter");
  await expect(page.getByRole("heading", { name: "3 things to decide" })).toBeVisible();
  expect(await questions(page)).toBe(3 + 6);
  await page.getByRole("button", { name: "Undo all 3" }).press("Enter");
  await expect(page.getByText("They are two questions again")).toBeFocused();
  expect(await questions(page)).toBe(6 + 6);
  await context.close();
  await server.end("SIGKILL");
});

async function questions(page: Page): Promise<number> {
  return (await (await page.request.get("/api/questions")).json()).items.length;
}
