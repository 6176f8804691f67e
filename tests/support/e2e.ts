import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "playwright/test";
import { type Started, startRehearse } from "./server";

/** Tests with a fresh Rehearse each, on whose pages any complaint is a failure. */
export const test = base.extend<{ rehearse: Started & { url: string } }>({
  rehearse: async ({}, provide) => {
    const started = await startRehearse();
    if (started.url === null) throw new Error(started.output());
    await provide({ ...started, url: started.url });
    await started.end("SIGKILL");
  },
  baseURL: async ({ rehearse }, provide) => provide(rehearse.url),
  page: async ({ page }, provide) => {
    const complaints = listenForComplaints(page);
    await provide(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** What a page says on its console as an error or a warning, and what it throws. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const ofServer = /Failed to load resource/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !ofServer) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Every fault that axe finds on a page, in the theme it is shown in. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Opens a page and waits until React listens: a key pressed before is nobody's. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
  );
}
