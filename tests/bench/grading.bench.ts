// From a key to the next question painted, in Chromium: with a server that answers, one that takes
// three seconds, and none. And the page's script against an empty page of the same Next.
import { gzipSync } from "node:zlib";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { type BrowserContext, chromium, type Page } from "playwright";
import { aDocument } from "@/tests/support/markdown";
import { chromiumPath } from "@/tests/support/chromium";
import { startRehearse, temporaryFolder } from "@/tests/support/server";
import { summary } from "./figures";

const GRADINGS = 100;
const A_SESSION = 20;
const FRAME_MS = 1000 / 60;

const content = mkdtempSync(join(tmpdir(), "rehearse-bench-content-"));
mkdirSync(content, { recursive: true });
const questions = Array.from({ length: 600 }, (_, i) => ({
  topic: `Topic ${i % 20}`,
  prompt: `What does question ${i} ask of the learner who sits down tonight?`,
  answer: `### One\nIt asks for ${i}.\n\n### Two\nAnd for more.\n\n### Three\nAnd for the rest.`,
}));
writeFileSync(join(content, "many.md"), aDocument(...questions));

const dataFolder = temporaryFolder();
const env = { CONTENT_DIR: content };
const first = await startRehearse({ dataFolder, env });
await fetch(`${first.url}/api/queue`);
await first.end("SIGTERM");
const store = new Sqlite(join(dataFolder, "rehearse.db"));
store.prepare(`UPDATE "Learner" SET "settings" = '{"newPerDay":999}'`).run();
store.close();
const server = await startRehearse({ dataFolder, env });
if (!server.url) throw new Error(server.output());

const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: chromiumPath(), args });
const context = await browser.newContext({ baseURL: server.url });
console.log(`Key press to the next question painted (a frame is ${FRAME_MS.toFixed(1)} ms)`);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
await measure("server answers", async () => undefined);
await measure("server takes 3 s", async (page) =>
  page.route("**/api/**", async (route) => {
    await wait(3000);
    await route.continue().catch(() => undefined);
  }),
);
await measure("server dead", async (page) => page.route("**/api/**", (route) => route.abort()));
await scriptSize(context);
await browser.close();
await server.end("SIGTERM");

async function measure(name: string, impair: (page: Page) => Promise<unknown>): Promise<void> {
  const timings: number[] = [];
  let [longest, shift] = [0, 0];
  while (timings.length < GRADINGS) {
    const page = await context.newPage();
    await page.addInitScript(observe);
    await page.goto("/study");
    await page.waitForTimeout(2500);
    await impair(page);
    await page.evaluate(() => Object.assign(Reflect.get(window, "seen"), { longest: 0, shift: 0 }));
    for (let i = 0; i < A_SESSION && timings.length < GRADINGS; i += 1) {
      await page.keyboard.press(" ");
      await page.waitForTimeout(40);
      timings.push(await gradeAndTime(page));
    }
    const seen = await page.evaluate(() => Reflect.get(window, "seen"));
    [longest, shift] = [Math.max(longest, seen.longest), Math.max(shift, seen.shift)];
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.waitForTimeout(3500);
    await page.close();
  }
  const sorted = timings.toSorted((a, b) => a - b);
  const frames = (share: number) =>
    ((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) / FRAME_MS).toFixed(1);
  console.log(
    `  ${name}: p50 ${frames(0.5)}, p95 ${frames(0.95)}, p99 ${frames(0.99)} frames (median ${summary(timings).median.toFixed(1)} ms); longest task while grading ${longest.toFixed(0)} ms; layout shift ${shift.toFixed(3)}`,
  );
}

/** Presses 3 and answers the milliseconds until the frame with another question was painted. */
async function gradeAndTime(page: Page): Promise<number> {
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = document.querySelector("h1")?.textContent;
        let pressed = 0;
        addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), { once: true });
        const watch = new MutationObserver(() => {
          if (document.querySelector("h1")?.textContent === before) return;
          watch.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener("message", () => resolve(performance.now() - pressed));
            port1.start();
            port2.postMessage(null);
          });
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
  );
  await page.waitForTimeout(20);
  await page.keyboard.press("3");
  return painted;
}

function observe(): void {
  const seen = { longest: 0, shift: 0 };
  Reflect.set(window, "seen", seen);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: "longtask" });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += Number(Reflect.get(entry, "value"));
  }).observe({ type: "layout-shift", buffered: true });
}

/** The page for nothing but a message has Next and no more of ours than the header. */
async function scriptSize(browserContext: BrowserContext): Promise<void> {
  const size = async (address: string) => {
    const page = await browserContext.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") bodies.push(response.body());
    });
    await page.goto(address);
    await page.waitForTimeout(2000);
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    await page.close();
    return bytes / 1000;
  };
  const [study, empty] = [await size("/study"), await size("/nowhere")];
  console.log(
    `Script of the study page: ${study.toFixed(1)} kB gzip; of a page with a message: ${empty.toFixed(1)} kB; ratio ${(study / empty).toFixed(2)} (aim: ≤ 1.2)`,
  );
}
