// 200 grades while the server is dead, the page closed twice, the server killed while they are sent: rows on
// disk. And the same from two browsers at once, 400.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { type BrowserContext, chromium, type Page } from "playwright";
import { chromiumPath } from "@/tests/support/chromium";
import { aDocument } from "@/tests/support/markdown";
import { freePort, startRehearse, temporaryFolder } from "@/tests/support/server";

const GRADES = 200;
const CLOSED_AFTER = [70, 140];

const content = mkdtempSync(join(tmpdir(), "rehearse-bench-content-"));
const questions = Array.from({ length: 450 }, (_, i) => ({
  topic: `Topic ${i % 20}`,
  prompt: `What does question ${i} ask of the learner who sits down tonight?`,
  answer: `### One\nIt asks for ${i}.\n\n### Two\nAnd for more.\n\n### Three\nAnd for the rest.`,
}));
writeFileSync(join(content, "many.md"), aDocument(...questions));

const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: chromiumPath(), args });
await measure("one browser", 1);
await measure("two browsers at once", 2);
await browser.close();

async function measure(name: string, devices: number): Promise<void> {
  const settings = {
    dataFolder: temporaryFolder(),
    port: await freePort(),
    env: { CONTENT_DIR: content },
  };
  let server = await startRehearse(settings);
  await fetch(`${server.url}/api/queue`);
  await server.end("SIGTERM");
  const store = new Sqlite(join(settings.dataFolder, "rehearse.db"));
  store.prepare(`UPDATE "Learner" SET "settings" = '{"newPerDay":999}'`).run();
  store.close();
  server = await startRehearse(settings);
  const baseURL = server.url ?? "";
  const contexts = await Promise.all(
    Array.from({ length: devices }, () => browser.newContext({ baseURL })),
  );
  await Promise.all(contexts.map(visitOnce));
  await server.end("SIGKILL");

  const pages = await Promise.all(contexts.map(studyDead));
  const waited = await Promise.all(pages.map(sayWhatWaits));
  // It dies when a part of them is on disk, and again.
  let killed = 0;
  for (const after of [1, GRADES]) {
    server = await startRehearse(settings);
    await Promise.race([untilStored(settings.dataFolder, after), sleep(20_000)]);
    await server.end("SIGKILL");
    killed += 1;
  }
  const between = stored(settings.dataFolder);
  server = await startRehearse(settings);
  await Promise.race([untilStored(settings.dataFolder, GRADES * devices), sleep(120_000)]);
  await sleep(2_000);
  console.log(
    `${name}: ${waited.join("; ")}. The server killed ${killed} times while they were sent, with ${between.rows} rows by then. Rows: ${JSON.stringify(stored(settings.dataFolder))} of ${GRADES * devices}`,
  );
  await Promise.all(contexts.map((context) => context.close()));
  await server.end("SIGTERM");
}

/** Opens any page, and stays until it is kept. */
async function visitOnce(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("/");
  while (!(await page.evaluate(isKept))) await sleep(200);
  await page.close();
}

async function isKept(): Promise<boolean> {
  const worker = await navigator.serviceWorker.getRegistration();
  const opens = await caches.match("/offline");
  return Boolean(worker?.active && opens && localStorage.getItem("rehearse-kept-at"));
}

/** Grades without the server, and closes the page twice meanwhile. */
async function studyDead(context: BrowserContext): Promise<Page> {
  let page = await openStudy(context);
  for (let i = 0; i < GRADES; i += 1) {
    if (CLOSED_AFTER.includes(i)) {
      await page.close();
      page = await openStudy(context);
    }
    const before = await page.locator("h1").textContent();
    // What follows at once is taken for the second of two taps.
    await sleep(400);
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: /^Good/ }).waitFor();
    await page.keyboard.press("4");
    await page.waitForFunction(
      (asked) => document.querySelector("h1")?.textContent !== asked,
      before,
    );
  }
  return page;
}

async function openStudy(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/study");
  await page.getByRole("button", { name: "Show answer" }).waitFor();
  return page;
}

async function sayWhatWaits(page: Page): Promise<string> {
  await page.getByText(/wait to be sent/).waitFor();
  return (await page.getByText(/wait to be sent/).textContent()) ?? "";
}

/** How many reviews are on disk, and of how many questions. */
function stored(dataFolder: string): { rows: number; questions: number } {
  const store = new Sqlite(join(dataFolder, "rehearse.db"), { readonly: true });
  const count = (what: string) =>
    Number(store.prepare(`SELECT count(${what}) FROM "Review"`).pluck().get());
  const counted = { rows: count("*"), questions: count('DISTINCT "questionId"') };
  store.close();
  return counted;
}

async function untilStored(dataFolder: string, rows: number): Promise<void> {
  while (stored(dataFolder).rows < rows) await sleep(5);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
