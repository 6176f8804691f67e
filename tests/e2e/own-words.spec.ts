import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright/test";
import { accessibilityFaults, aMoment, expect, open, test as base } from "../support/e2e";
import { aDocument } from "../support/markdown";
import { type Started, startRehearse, temporaryFolder } from "../support/server";

const ANSWER = `- **Route tables**: the longest prefix that matches wins over all others.
- **Gateways**: an internet gateway is attached to the network as a whole.
- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.`;

type Served = Started & { url: string; restart(): Promise<void>; correct(answer: string): void };

/** A document of two questions, the second without an answer, that can be corrected. */
const test = base.extend<{ served: Served }>({
  served: async ({}, provide) => {
    const contentFolder = temporaryFolder();
    const dataFolder = temporaryFolder();
    const env = { CONTENT_DIR: contentFolder };
    const file = join(contentFolder, "a.md");
    const write = (answer: string) =>
      writeFileSync(
        file,
        aDocument({ prompt: "How does a packet leave?", answer }, { answer: null }),
      );
    write(ANSWER);
    const started = await startRehearse({ dataFolder, env });
    const url = started.url ?? "";
    let { end } = started;
    await provide({
      ...started,
      url,
      restart: async () => {
        end = (await startRehearse({ dataFolder, env, port: Number(new URL(url).port) })).end;
      },
      correct: (answer) => {
        write(answer);
        execFileSync(process.execPath, ["lib/cli/rehearse.mjs", "ingest", contentFolder], {
          env: { ...process.env, ...env, DATA_DIR: dataFolder },
        });
      },
    });
    await end("SIGKILL");
  },
  baseURL: async ({ served }, provide) => provide(served.url),
});

test("a note is written, looked at and saved by keyboard, and is there after a reload", async ({
  page,
}) => {
  await open(page, await questionAddress(page, 0));
  await page.getByText("Write a note").focus();
  await page.keyboard.press("Enter");
  const text = page.getByRole("textbox", { name: "Your note" });
  await expect(text).toBeFocused();
  await page.keyboard.type("Think of *egress* and $n^2$");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const preview = page.getByRole("group", { name: "Preview" });
  await expect(preview.locator("em")).toHaveText("egress");
  await expect(preview.locator("math")).toHaveCount(1);
  await expect(preview).toBeFocused();
  await page.getByRole("button", { name: "Go on writing" }).press("Enter");
  await expect(text).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await told(page, "Saved.");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your note" })).toBeVisible();
  await expect(page.getByText("Think of egress and")).toBeVisible();
});

test("a text emptied is removed, and brought back", async ({ page }) => {
  await open(page, await questionAddress(page, 0));
  const text = await openText(page, "Write a note", "Your note");
  await text.fill("Keep me");
  await save(page, "Saved.");
  await text.fill("");
  await save(page, "Removed.");
  await expect(page.getByRole("heading", { name: "Your note" })).toHaveCount(0);
  await page.getByRole("button", { name: "Bring the earlier text back" }).click();
  await expect(page.getByRole("heading", { name: "Your note" })).toBeVisible();
});

test("with the server dead the text is kept, through a reload too, and saved when it is back", async ({
  page,
  served,
}) => {
  const address = await questionAddress(page, 0);
  await open(page, address);
  const text = await openText(page, "Write your own answer", "Your answer");
  await text.fill("Through a gateway");
  await served.end("SIGKILL");
  await save(page, "Not saved: the server does not answer. Your text is kept here.");
  await expect(text).toHaveValue("Through a gateway");
  await served.restart();
  page.on("dialog", (dialog) => void dialog.accept());
  await open(page, address);
  await openText(page, "Write your own answer", "Your answer");
  await expect(text).toHaveValue("Through a gateway");
  await told(page, "What you had not saved is here again.");
  await save(page, "Saved.");
});

test("leaving with something unsaved is asked about", async ({ page }) => {
  await open(page, await questionAddress(page, 0));
  await (await openText(page, "Write a note", "Your note")).fill("Half a");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole("link", { name: "Topics" }).first().click();
  expect(asked).toEqual(["Leave this page? What you wrote is not saved."]);
  await expect(page).toHaveURL(/\/questions\//);
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("link", { name: "Topics" }).first().click();
  await expect(page).toHaveURL(/\/topics$/);
});

test("two tabs: the later one sees both texts, and can put them together", async ({
  page,
  context,
}) => {
  const address = await questionAddress(page, 0);
  const other = await context.newPage();
  for (const tab of [page, other]) await open(tab, address);
  await (await openText(other, "Write a note", "Your note")).fill("From one tab");
  await save(other, "Saved.");
  await other.close();
  const text = await openText(page, "Write a note", "Your note");
  await text.fill("From another");
  await save(page, /changed elsewhere/);
  await expect(page.getByRole("group", { name: "Saved elsewhere" })).toContainText("From one tab");
  await page.getByRole("button", { name: "Add it to mine" }).click();
  await expect(text).toHaveValue("From another\n\nFrom one tab");
  await save(page, "Saved.");
});

test("points are reworded, starred, hidden and added, studied so, and kept when the document changes", async ({
  page,
  served,
}) => {
  await open(page, await questionAddress(page, 0));
  await page.getByText("Change the points").click();
  await page.getByRole("textbox", { name: "Point 1", exact: true }).fill("Longest prefix");
  await page.getByRole("checkbox", { name: "Core, point 1" }).check();
  await page.getByRole("checkbox", { name: "Hide, point 2" }).check();
  await page.getByRole("textbox", { name: "New point 1" }).fill("My own point");
  await page.getByRole("button", { name: "Save points" }).click();
  await told(page, "Saved.");
  await expect(page.getByText("Change the points (1 hidden)")).toBeVisible();

  served.correct(`${ANSWER}\n\nMore on this elsewhere.`);
  await open(page, "/study");
  await page.keyboard.press(" ");
  const points = page.getByRole("group", { name: "Key points" }).getByRole("listitem");
  await expect(points).toHaveText([/^Longest prefix ★ core/, /^Endpoints/, /^My own point/]);
  await page.keyboard.press("c");
  await expect(page.getByRole("checkbox", { name: "My own point" })).toBeChecked();
});

test("points not saved yet are there again after a reload, and can be discarded", async ({
  page,
}) => {
  page.on("dialog", (dialog) => void dialog.accept());
  const address = await questionAddress(page, 0);
  const point = page.getByRole("textbox", { name: "Point 1", exact: true });
  await open(page, address);
  await page.getByText("Change the points").click();
  const before = await point.inputValue();
  await point.fill("Longest prefix");
  await page.getByRole("textbox", { name: "New point 1" }).fill("My own point");
  await open(page, address);
  await page.getByText("Change the points").click();
  await told(page, "What you had not saved is here again.");
  await expect(point).toHaveValue("Longest prefix");
  await expect(page.getByRole("textbox", { name: "New point 1" })).toHaveValue("My own point");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(point).toHaveValue(before);
  await page.reload();
  await page.getByText("Change the points").click();
  await expect(point).toHaveValue(before);
});

test("an answer that changed since the last review says so, with the difference", async ({
  page,
  served,
}) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("1");
  await expect.poll(() => storedReviews(page)).toBe(1);
  served.correct(ANSWER.replace("the longest prefix", "the most specific route"));
  const address = await questionAddress(page, 0);
  await open(page, address);
  await page.getByText("The answer changed since your last review").click();
  await expect(page.locator("del")).toHaveText(/removed: longest prefix/);
  await expect(page.locator("ins")).toHaveText(/added: most specific route/);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("a question without an answer is listed apart, and answered in one's own words", async ({
  page,
}) => {
  await open(page, "/topics/networking");
  await expect(page.getByRole("heading", { name: "Without an answer" })).toBeVisible();
  await open(page, "/documents");
  await page.getByRole("link", { name: "1 without an answer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Questions without an answer");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("main").getByRole("link").click();
  const text = page.getByRole("textbox", { name: "Your answer" });
  await text.fill("What I would say");
  await save(page, "Saved.");
  await open(page, "/questions/without-answer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Every question has an answer");

  await open(page, "/study");
  await page.keyboard.press("z");
  await aMoment(page);
  await page.keyboard.press(" ");
  await expect(page.getByRole("heading", { name: "Your answer" })).toBeVisible();
  await expect(page.getByText("What I would say")).toBeVisible();
});

test("while studying, letters belong to the text that is written; Escape gives them back", async ({
  page,
}) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  const text = await openText(page, "Write your own answer", "Your answer");
  await page.keyboard.type("abc 123 s");
  await expect(text).toHaveValue("abc 123 s");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Your answer" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "The document’s answer" })).toBeVisible();
  await text.press("Escape");
  await expect(page.getByText("Edit your answer")).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.keyboard.press("1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/question 2/);
});

test("axe finds nothing with every editor open, nor is anything wider than a phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, await questionAddress(page, 0));
  await openText(page, "Write your own answer", "Your answer");
  const text = await openText(page, "Write a note", "Your note");
  await page.getByText("Change the points").click();
  await text.fill(`$$${"\\frac{a}{b} + ".repeat(20)}c$$ and ${"long".repeat(50)}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Preview" }).nth(1).click();
  await expect(page.locator("math")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

async function questionAddress(page: Page, index: number): Promise<string> {
  const { items } = await (await page.request.get("/api/questions?limit=2")).json();
  return `/questions/${items[index].id}`;
}

async function openText(page: Page, line: string, name: string): Promise<Locator> {
  await page.getByText(line).click();
  const text = page.getByRole("textbox", { name });
  await expect(text).toBeFocused();
  return text;
}

async function save(page: Page, says: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await told(page, says);
}

/** Waits until the page says so: more than one part of it says what was done. */
async function told(page: Page, says: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: says })).toHaveText(says);
}

async function storedReviews(page: Page): Promise<number> {
  return (await (await page.request.get("/api/health")).json()).counts.reviews;
}
