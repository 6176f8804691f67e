import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import Sqlite from "better-sqlite3";
import { test as base, expect, type Page } from "playwright/test";
import { type Settings, startRehearse, temporaryFolder } from "./server";

/** A Rehearse with data of its own, that can be lost and come back. */
export type Rehearse = {
  url: string;
  dataFolder: string;
  /** As a power cut would. */
  kill: () => Promise<void>;
  /** On the same data, at the same address. */
  startAgain: () => Promise<void>;
};

/** Tests with a Rehearse for them alone, on whose pages any complaint is a failure. */
export const test = base.extend<
  { rehearse: Rehearse; leavesDocuments: boolean },
  { begun: string; kept: Kept }
>({
  /** The data of a first start, copied for each Rehearse: most tests are over sooner than documents are read. */
  begun: [
    async ({}, provide) => {
      const dataFolder = temporaryFolder();
      await (await startedWith({ dataFolder })).end("SIGTERM");
      await provide(dataFolder);
      rmSync(dataFolder, { recursive: true });
    },
    { scope: "worker" },
  ],
  /** One that goes from test to test. */
  kept: [
    async ({ begun }, provide) => {
      const kept = keptOn(begun);
      await provide(kept);
      await kept.end();
    },
    { scope: "worker" },
  ],
  /** Tests that leave documents as they are take one after the other the same: a start costs more than most of them. */
  leavesDocuments: [false, { option: true }],
  rehearse: async ({ begun, kept, leavesDocuments }, provide) => {
    if (leavesDocuments) return provide(await kept.take());
    const served = await servedOn(begun);
    await provide(served);
    await served.end();
  },
  baseURL: async ({ rehearse }, provide) => provide(rehearse.url),
  page: async ({ page }, provide) => {
    const complaints = listenForComplaints(page);
    await provide(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

type Served = Rehearse & { wasKilled: () => boolean; end: () => Promise<void> };

async function servedOn(begun: string): Promise<Served> {
  const dataFolder = temporaryFolder();
  cpSync(begun, dataFolder, { recursive: true });
  let server = await startedWith({ dataFolder });
  let wasKilled = false;
  const { url } = server;
  return {
    url,
    dataFolder,
    wasKilled: () => wasKilled,
    kill: async () => {
      wasKilled = true;
      await server.end("SIGKILL");
    },
    startAgain: async () => {
      server = await startedWith({ dataFolder, port: Number(new URL(url).port) });
    },
    end: async () => {
      await server.end("SIGKILL");
      rmSync(dataFolder, { recursive: true });
    },
  };
}

type Kept = { take: () => Promise<Rehearse>; end: () => Promise<void> };

/** A Rehearse that is as after its first start whenever it is taken; a new one where a test killed it. */
function keptOn(begun: string): Kept {
  let served: Served | null = null;
  const end = async () => {
    await served?.end();
    served = null;
  };
  return {
    end,
    take: async () => {
      if (served?.wasKilled()) await end();
      if (served) forgetLearner(served.dataFolder);
      served ??= await servedOn(begun);
      return served;
    },
  };
}

/** What hangs on others before what they hang on. */
const OF_LEARNERS = [
  "ReviewPoint",
  "Review",
  "Memory",
  "Action",
  "Session",
  "Note",
  "KeyPointChoice",
  "InterviewQuestion",
  "InterviewTopic",
  "Interview",
  "TopicSetting",
  "ParameterSet",
];

/** Takes from a store all that a learner did and chose; the server learns it as it learns of any change. */
function forgetLearner(dataFolder: string): void {
  const store = new Sqlite(join(dataFolder, "rehearse.db"), { timeout: 10_000 });
  store.transaction(() => {
    for (const table of OF_LEARNERS) store.exec(`DELETE FROM "${table}"`);
    store.exec(`DELETE FROM "KeyPoint" WHERE "learnerId" IS NOT NULL`);
    // Whoever asks for a page next is a new one.
    store.exec(`DELETE FROM "Learner"`);
  })();
  store.close();
}

async function startedWith(settings: Settings) {
  const started = await startRehearse(settings);
  if (started.url === null) throw new Error(started.output());
  return { ...started, url: started.url };
}

// A status and a block that the test asked for; and that the machine was slow, which is no fault of the page.
const EXPECTED =
  /Failed to load resource|Service Worker registration blocked|was preloaded using link preload but not used within/;

/** What a page says on its console as an error or a warning, and what it throws. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !EXPECTED.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Every fault that axe finds on a page; of the dark theme its contrasts, as all else is the same. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // What fades in has half its contrast until it is there. What follows a scroll always runs.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter(({ timeline }) => timeline instanceof DocumentTimeline)
      .every(({ playState }) => playState !== "running"),
  );
  const light = await faultsBy(new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await faultsBy(new AxeBuilder({ page }).withRules("color-contrast"));
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((fault) => `dark ${fault}`)];
}

async function faultsBy(axe: AxeBuilder): Promise<string[]> {
  // Else it opens a page for its report each time, and takes the focus: that is for pages within pages.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Opens a page and waits until React listens: a key pressed before is nobody's. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilHydrated(page);
}

/** Waits until React listens. */
export async function untilHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
  );
  // Its effects, which listen for keys, come a moment after.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(null))));
}

/** Waits as a person would: what follows at once is taken for the second of two taps. */
export async function aMoment(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}

// A connection kept open may be closed by the server as it is used again.
const AGAIN = { maxRetries: 2 };

/** How many reviews are on disk, those taken back included. */
export async function storedReviews(page: Page): Promise<number> {
  return (await (await page.request.get("/api/health", AGAIN)).json()).counts.reviews;
}

/** How many of them stand. */
export async function standingReviews(page: Page): Promise<number> {
  const { reviews } = await (await page.request.get("/api/export", AGAIN)).json();
  return reviews.filter(({ undoneAt }: { undoneAt: string | null }) => undoneAt === null).length;
}
