import { cpSync, rmSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
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

/** Tests with a Rehearse of their own each, on whose pages any complaint is a failure. */
export const test = base.extend<{ rehearse: Rehearse }, { begun: string }>({
  /** The data of a first start, copied for each test: most are over sooner than documents are read. */
  begun: [
    async ({}, provide) => {
      const dataFolder = temporaryFolder();
      await (await startedWith({ dataFolder })).end("SIGTERM");
      await provide(dataFolder);
      rmSync(dataFolder, { recursive: true });
    },
    { scope: "worker" },
  ],
  rehearse: async ({ begun }, provide) => {
    const dataFolder = temporaryFolder();
    cpSync(begun, dataFolder, { recursive: true });
    let server = await startedWith({ dataFolder });
    const { url } = server;
    const kill = async () => {
      await server.end("SIGKILL");
    };
    const startAgain = async () => {
      server = await startedWith({ dataFolder, port: Number(new URL(url).port) });
    };
    await provide({ url, dataFolder, kill, startAgain });
    await kill();
    rmSync(dataFolder, { recursive: true });
  },
  baseURL: async ({ rehearse }, provide) => provide(rehearse.url),
  page: async ({ page }, provide) => {
    const complaints = listenForComplaints(page);
    await provide(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

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
