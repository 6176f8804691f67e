import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Page } from "playwright/test";
import { aQuestion } from "../support/documents";
import { accessibilityFaults, aMoment, expect, open, test } from "../support/e2e";
import { startRehearse, temporaryFolder } from "../support/server";

test.use({ leavesDocuments: true });

test("what was taken in is shown, with its problems", async ({ page }) => {
  await page.goto("/documents");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Documents");
  await expect(page.getByRole("main")).toContainText("1 document, 25 questions");
  await page.getByText("25 questions found under numbered headings. 1 problem.").click();
  await expect(page.getByRole("main")).toContainText("242 runs of damaged characters");
  await expect(page.getByRole("list", { name: /^Problems in/ })).toContainText("line 416");

  await page.getByRole("link", { name: /^Read/ }).click();
  await page.waitForURL("**/documents/*");
  await expect(page.getByText("25 questions in the ink of your memory")).toBeVisible();
  await page
    .getByRole("article")
    .getByRole("link", { name: /Lambda function fails/ })
    .click();
  await page.getByRole("link", { name: "content/aws-solutions-architect.md" }).click();
  const asked = page.getByRole("article").getByRole("link", { name: /Lambda function fails/ });
  await expect(asked).toBeInViewport();

  await page.getByRole("link", { name: "Topics" }).click();
  await expect(page.locator('main a[href^="/topics/"]')).toHaveCount(8 + 25);
  await page.getByRole("link", { name: /^Serverless/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Serverless");
  await page.getByRole("link", { name: /10GB file processing/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lambda function fails");
  await expect(page.getByRole("heading", { name: "Key points" })).toBeVisible();
  await expect(page.locator("figure.diagram img:visible")).toHaveCount(1);
  const leaving = page.getByRole("link", { name: "AWS Lambda Limits (opens in a new tab)" });
  await expect(leaving).toHaveAttribute("rel", "noopener noreferrer");
});

test("nothing on a phone is wider than the phone but what scrolls within itself", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { items } = await (await page.request.get("/api/questions?limit=200")).json();
  const pages = items.map(({ id }: { id: string }) => `/questions/${id}`);
  for (const address of [...pages, `/documents/${items[0].document.id}`]) {
    await page.goto(address);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});

test("on a phone four places and More are at the thumb, but where a question has it", async ({
  page,
  rehearse,
}) => {
  const main = page.getByRole("navigation", { name: "Main" });
  const more = main.getByRole("button", { name: "More" });
  const fromEnd = () =>
    main.evaluate((element) => innerHeight - element.getBoundingClientRect().bottom);
  for (const [width, height, textSize] of PHONES) {
    await page.setViewportSize({ width, height });
    const value = `textSize=${textSize}&letterKeys=on`;
    await page.context().addCookies([{ name: "appearance", value, url: rehearse.url }]);
    await open(page, "/settings");
    await expect(main.getByRole("link")).toHaveText(["Today", "Study", "Topics", "Weak areas"]);
    await expect(more).toHaveAttribute("aria-current", "true");
    await more.click();
    await main.getByRole("link", { name: "Documents" }).click();
    await page.waitForURL("**/documents");
    await expect(more).toHaveAttribute("aria-expanded", "false");
    await expect(more).toBeFocused();
    if (height > 480) expect(await fromEnd()).toBeLessThanOrEqual(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await open(page, "/study");
    expect(await fromEnd()).toBeGreaterThan(height / 2);
    for (const address of ["/", "/study", "/topics", "/weak-areas", "/documents", "/settings"]) {
      await page.goto(address);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `${address} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

test("an address that leads nowhere says so, as a page and with its status", async ({ page }) => {
  for (const address of ["/questions/none", "/topics/none", "/nowhere"]) {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "There is nothing at this address",
    );
  }
});

test("Today says what there is to do, and the numbers change with what was done", async ({
  page,
}) => {
  await open(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("20 new");
  await expect(page.getByText("About 20 minutes, at a minute each")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Study" }).click();
  await page.waitForURL("**/study");
  await page.getByRole("button", { name: "Show answer" }).click();
  await aMoment(page);
  await page.getByRole("button", { name: /^Good/ }).click();
  await expect(page.getByRole("status")).toContainText("Graded Good.");
  await expect
    .poll(async () => (await (await page.request.get("/api/health")).json()).counts.reviews)
    .toBe(1);
  await open(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("19 new");
  await expect(page.getByText("You have answered once today.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("1 graded today, 24 not seen");
  await open(page, "/topics");
  await expect(page.getByRole("link", { name: /^Landing Zone/ })).toContainText(
    /1\sgraded\stoday, 2\snot\sseen/,
  );
});

test("what is lost is told with its cause, and studied from there", async ({ page }) => {
  await open(page, "/weak-areas");
  const lost = page.getByRole("region", { name: "What is lost, and why?" });
  await expect(lost).toContainText(
    "not enough to say yet: 0 of 10 questions studied before today.",
  );
  await expect(lost.getByRole("link", { name: /^Learn these\s?: Security$/ })).toBeVisible();
  const { now } = await (await page.request.get("/api/queue")).json();
  const { items } = await (await page.request.get("/api/questions?limit=200")).json();
  const reviews = items.map(({ id, topic }: { id: string; topic: string }) => ({
    id: crypto.randomUUID(),
    questionId: id,
    rating: topic.startsWith("security") ? 1 : 4,
    reviewedAt: new Date(Date.parse(now) - 15 * 86_400_000).toISOString(),
    durationMs: 1000,
    mode: "scheduled",
  }));
  await page.request.post("/api/reviews", { data: { reviews } });
  await open(page, "/weak-areas");
  const security = lost.getByRole("listitem").filter({ hasText: /^\s*forgotten\s*Security\d/ });
  const text = (await security.textContent()) ?? "";
  expect(await accessibilityFaults(page)).toEqual([]);
  const [, percent = ""] = /(\d+)\s%\srecall/.exec(text) ?? [];
  const said = new RegExp(`\\b${percent}\\s%\\srecall`);
  await open(page, "/topics");
  await expect(page.getByRole("link", { name: /^Security \d/ })).toHaveText(said);
  await open(page, "/");
  await expect(page.getByRole("link", { name: /^Study the weakest\s?:\s?Security/ })).toBeVisible();
  await open(page, "/weak-areas");
  await security.getByRole("link", { name: /^Study the weakest\s?:\s?Security/ }).click();
  await page.waitForURL("**/study?topic=security*&weakest=1");
  await expect(page.getByRole("status")).toHaveText(/[1-5] left today\.$/);
  await expect(page.getByRole("link", { name: /^Security › / })).toBeVisible();
});

test("a topic is studied by itself, and at its end what waits elsewhere is next", async ({
  page,
}) => {
  await open(page, "/topics/serverless");
  await page.getByRole("link", { name: "Study this topic" }).click();
  await page.waitForURL("**/study?topic=serverless");
  await expect(page.getByRole("status")).toHaveText("3 left today.");
  await expect(page.getByRole("link", { name: /^Serverless › / })).toBeVisible();
  for (const left of [2, 1, 0]) {
    await aMoment(page);
    await page.keyboard.press(" ");
    await expect(page.getByRole("heading", { name: "Answer" })).toBeVisible();
    await page.keyboard.press("4");
    await expect(page.getByRole("status")).toHaveText(
      left === 0 ? "Graded Easy. This session is over." : `Graded Easy. ${left} left today.`,
    );
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Serverless is done; 17 wait elsewhere.",
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.waitForURL("**/study/sessions/*");
  await page.keyboard.press("u");
  await page.waitForURL("**/study?topic=serverless");
  await aMoment(page);
  await page.keyboard.press(" ");
  await aMoment(page);
  await page.keyboard.press("4");
  await page.getByRole("link", { name: "Study the rest" }).click();
  await expect(page.getByRole("status")).toHaveText("17 left today.");
  await page.getByRole("combobox", { name: "How long" }).selectOption("10 questions");
  await page.waitForURL("**/study?limit=10");
  await expect(page.getByRole("status")).toHaveText("10 to go.");
  await open(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("17 new");
});

test("a question that was suspended is brought back on its own page, which says what is now", async ({
  page,
}) => {
  await open(page, "/study");
  await page.keyboard.press("s");
  await expect(page.getByRole("status")).toContainText("Suspended");
  const first = async () =>
    (await (await page.request.get("/api/questions?limit=1")).json()).items[0];
  await expect.poll(async () => (await first()).memory.suspended).toBe(true);
  await open(page, `/questions/${(await first()).id}`);
  await expect(page.getByText("Suspended: it does not come up.")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Suspend" })).toBeVisible();
  expect((await first()).memory.suspended).toBe(false);
  const status = page.getByRole("main").getByRole("status");
  await expect(status).toHaveText("It comes up again. Undo: u.");
  await page.keyboard.press("v");
  await expect(status).toHaveText("This question is flagged. Undo: u.");
  await page.getByRole("button", { name: "Take the flag off" }).click();
  await expect(status).toHaveText("The flag is off this question. Undo: u.");
  await expect(page.getByRole("button", { name: "Flag", exact: true })).toBeEnabled();
  await page.keyboard.press("z");
  await expect(page.getByRole("button", { name: "Bring back" })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  const menu = page.getByRole("main").getByRole("button", { name: "More" });
  await menu.press("Enter");
  await expect(page.getByRole("button", { name: "List the keys" })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");

  for (const taken of ["not put off", "flagged", "not flagged", "does not come up"]) {
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(status).toContainText(`${taken}.`);
  }
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(status).toHaveText("Taken back: it is not suspended.");
  await expect.poll(async () => (await first()).memory.suspended).toBe(false);
});

test("a question that is a quote is named by what it asks, and its document by its heading", async ({
  page,
}) => {
  const folder = temporaryFolder();
  const asked = aQuestion(1, "> What does **DNS** find?\n>\n> And for whom?", "Addresses.");
  writeFileSync(join(folder, "dns-2.md"), `# Names of hosts\n\n${asked}`);
  const { url, end } = await startRehearse({ env: { CONTENT_DIR: folder } });
  await open(page, `${url}/topics/names-of-hosts`);
  await page.getByRole("link", { name: /^1\s+What does DNS find\?$/ }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("What does DNS find?");
  await expect(page).toHaveTitle("What does DNS find? · Rehearse");
  await expect(page.getByText("And for whom?")).toBeVisible();
  await page.getByRole("link", { name: "Rehearse", exact: true }).click();
  await expect(heading).toHaveText("1 new");
  await page.getByRole("link", { name: "Documents" }).click();
  await expect(page.getByRole("heading", { name: "Names of hosts" })).toBeVisible();
  await page.getByRole("link", { name: /^Read/ }).click();
  await expect(heading).toHaveText("Names of hosts");
  await expect(page.getByRole("article")).toContainText("not seen");
  expect(await accessibilityFaults(page), "the document").toEqual([]);
  await open(page, `${url}/interview/sheet`);
  await expect(heading).toHaveText("Key points on a sheet");
  expect(await accessibilityFaults(page), "the sheet").toEqual([]);
  await end("SIGKILL");
});

test("every page has its name from the first moment, and no moment is without one", async ({
  page,
}) => {
  await page.addInitScript(watchTitles);
  await open(page, "/settings");
  const main = page.getByRole("navigation", { name: "Main" });
  for (const name of ["Topics", "Study", "Documents", "Weak areas", "Today", "Settings"]) {
    await main.getByRole("link", { name }).click();
    await expect(page).toHaveTitle(`${name} · Rehearse`);
  }
  for (const limit of ["none", "20"]) {
    await page.getByLabel("New questions a day").fill(limit);
    await page.getByRole("button", { name: "Save scheduling" }).click();
    await expect(page.getByRole("status").first()).toContainText(/saved/i);
  }
  await open(page, "/topics/serverless");
  await page.getByRole("link", { name: /10GB file processing/ }).click();
  await expect(page).toHaveTitle(/^Your Lambda function fails .* · Rehearse$/);
  expect(await page.evaluate(() => Reflect.get(window, "untitled"))).toBe(0);
});

test.describe("with its store mislaid", () => {
  test.use({ leavesDocuments: false });

  test("a page that fails says so, and can be tried again", async ({ browser, rehearse }) => {
    // The learner is made with the first page.
    await fetch(rehearse.url);
    const store = new Sqlite(join(rehearse.dataFolder, "rehearse.db"));
    store.exec('ALTER TABLE "Learner" RENAME TO "Mislaid"');
    // Not the watched page: that a server failed is told on its console.
    const context = await browser.newContext({ baseURL: rehearse.url });
    const page = await context.newPage();
    await open(page, "/");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("This page could not be shown");
    expect(await accessibilityFaults(page)).toEqual([]);
    store.exec('ALTER TABLE "Mislaid" RENAME TO "Learner"');
    store.close();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(heading).toHaveText("20 new");
    await context.close();
  });
});

test("axe finds nothing on any page", async ({ page }) => {
  const { items } = await (await page.request.get("/api/questions?limit=200")).json();
  const [{ id, topic }] = items;
  const last = items.find(({ number }: { number: number }) => number === 21).id;
  const addresses = [
    "/",
    "/study",
    "/topics",
    `/topics/${topic}`,
    `/questions/${id}`,
    `/questions/${last}`,
    "/weak-areas",
    "/documents",
    "/nowhere",
  ];
  for (const address of addresses) {
    await page.goto(address);
    expect(await accessibilityFaults(page), address).toEqual([]);
  }
  await open(page, "/study");
  await showAnswer(page);
  expect(await accessibilityFaults(page), "answer shown").toEqual([]);
  await page.keyboard.press("3");
  await expect(page.getByRole("status")).toContainText("Graded");
  expect(await accessibilityFaults(page), "graded").toEqual([]);
});

test("axe finds nothing where nothing was taken in", async ({ page }) => {
  const empty = await startRehearse({ env: { CONTENT_DIR: temporaryFolder() } });
  for (const address of ["/", "/study", "/topics", "/documents"]) {
    await page.goto(`${empty.url}${address}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/nothing|no/i);
    expect(await accessibilityFaults(page), address).toEqual([]);
  }
  await empty.end("SIGKILL");
});

test("an answer in Arabic is set from right to left, and code in it from left to right", async ({
  page,
}) => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "dns.md"),
    aQuestion(1, "ما هو DNS؟", "نظام الأسماء، مثل `example.com`."),
  );
  const { url, end } = await startRehearse({ env: { CONTENT_DIR: folder } });
  await open(page, `${url}/study`);
  await showAnswer(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("direction", "rtl");
  await expect(page.getByText("نظام")).toHaveCSS("direction", "rtl");
  await expect(page.getByText("example.com")).toHaveCSS("direction", "ltr");
  await end("SIGKILL");
});

/** Width, height and text size; the last is a desktop at 400 %. */
const PHONES = [
  [360, 740, "normal"],
  [320, 740, "larger"],
  [320, 256, "normal"],
] as const;

// What has nothing to show yet is named for that.
/** Counts, in `window.untitled`, the changes of the page after which it has no title. */
function watchTitles(): void {
  Reflect.set(window, "untitled", 0);
  new MutationObserver(() => {
    if (!document.body || document.title !== "") return;
    Reflect.set(window, "untitled", Reflect.get(window, "untitled") + 1);
  }).observe(document, { childList: true, subtree: true });
}

async function showAnswer(page: Page): Promise<void> {
  await page.keyboard.press(" ");
  await page.getByRole("heading", { name: "Answer" }).waitFor();
  // The answer opens in a moment; half-opened it has half the contrast.
  await page.waitForFunction(() => document.getAnimations().length === 0);
}
