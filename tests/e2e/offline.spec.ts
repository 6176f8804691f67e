import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { aQuestion } from "../support/documents";
import { accessibilityFaults, aMoment, expect, open, storedReviews, test } from "../support/e2e";
import { aPng } from "../support/pictures";
import { freePort, startRehearse, temporaryFolder } from "../support/server";

test.use({ serviceWorkers: "allow" });

test("after one visit it opens without the server, and is studied with answers and pictures", async ({
  browser,
}) => {
  // Three starts of a server.
  test.slow();
  const served = await servedWithPictures();
  const context = await browser.newContext({ baseURL: served.url });
  let page = await context.newPage();
  await open(page, "/topics");
  await untilKept(page);
  await served.kill();

  await page.goto("/weak-areas");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("The server does not answer");
  await expect(page.getByText("8 questions are kept here")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("main").getByRole("button", { name: "Study" }).click();
  const seen = [await grade(page, "3"), await grade(page, "4"), await grade(page, "3")];
  await expect(page.getByText(/^3 grades wait to be sent/)).toBeVisible();
  await page.close();

  page = await context.newPage();
  await page.goto("/study");
  seen.push(await grade(page, "4"), await grade(page, "1"));
  expect(new Set(seen).size).toBe(5);
  await aMoment(page);
  await page.keyboard.press("u");
  await expect(page.getByText(/^5 grades and an undo wait to be sent/)).toBeVisible();

  await served.startAgain();
  await expect.poll(() => storedReviews(page)).toBe(5);
  await expect(page.getByText(/wait to be sent/)).toHaveCount(0);
  await grade(page, "4");
  await expect.poll(() => storedReviews(page)).toBe(6);
  await page.reload();
  await page.waitForURL("**/study");
  await expect(page.getByRole("status")).toHaveText("3 left today.");
  await context.close();
  await served.kill();
});

test("this browser is cleared by one button, but not of what was not sent", async ({
  page,
  rehearse,
}) => {
  await open(page, "/study");
  await untilKept(page);
  const settings = await page.context().newPage();
  await open(settings, "/settings");
  await rehearse.kill();
  await grade(page, "3");
  await expect(page.getByText(/^A grade waits to be sent/)).toBeVisible();
  const clear = settings.getByRole("button", { name: "Clear this browser" });
  await clear.click();
  const said = settings
    .getByRole("region", { name: "What this browser keeps" })
    .getByRole("status");
  await expect(said).toHaveText(
    /^A grade waits to be sent, and would be lost. Nothing was cleared/,
  );
  expect(await keptHere(settings)).toMatchObject({
    workers: 1,
    databases: ["rehearse", "rehearse-kept", "rehearse-recordings"],
  });
  await rehearse.startAgain();
  await expect.poll(() => storedReviews(page)).toBe(1);
  await clear.click();
  await expect(said).toHaveText(/^Cleared/);
  expect(await keptHere(settings)).toEqual({
    workers: 0,
    caches: 0,
    databases: ["rehearse"],
    noted: 0,
  });
  expect(await storedReviews(page)).toBe(1);
});

/** A Rehearse whose questions have a picture each. */
async function servedWithPictures() {
  const content = temporaryFolder();
  mkdirSync(join(content, "pictures"));
  const questions = Array.from({ length: 8 }, (_, i) => {
    writeFileSync(join(content, `pictures/${i}.png`), aPng(40, 30 + i));
    return aQuestion(
      i + 1,
      `What does host ${i} do?`,
      `It serves.\n\n![Host ${i}](pictures/${i}.png)`,
    );
  });
  writeFileSync(join(content, "hosts.md"), `## Hosts\n\n${questions.join("")}`);
  const settings = {
    dataFolder: temporaryFolder(),
    port: await freePort(),
    env: { CONTENT_DIR: content },
  };
  let server = await startRehearse(settings);
  return {
    url: server.url ?? "",
    kill: () => server.end("SIGKILL"),
    startAgain: async () => {
      server = await startRehearse(settings);
    },
  };
}

/** Waits until the page has kept all that it takes to be opened without the server. */
async function untilKept(page: Page): Promise<void> {
  const isKept = async () => {
    const worker = await navigator.serviceWorker.getRegistration();
    const opens = await caches.match("/offline");
    return Boolean(worker?.active && opens && localStorage.getItem("rehearse-kept-at"));
  };
  await expect.poll(() => page.evaluate(isKept)).toBe(true);
}

async function keptHere(page: Page) {
  return page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
    databases: (await indexedDB.databases())
      .map(({ name = "" }) => name)
      .toSorted((a, b) => a.localeCompare(b)),
    noted: localStorage.length,
  }));
}

/** Grades the question shown when its picture is there too, and answers which it was. */
async function grade(page: Page, key: string): Promise<string> {
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("?");
  await aMoment(page);
  const asked = (await heading.textContent()) ?? "";
  await page.keyboard.press(" ");
  await expect(page.getByRole("heading", { name: "Answer" })).toBeVisible();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main img")].every(
      (image) => image instanceof HTMLImageElement && image.naturalWidth > 0,
    ),
  );
  await aMoment(page);
  await page.keyboard.press(key);
  await expect(heading).not.toHaveText(asked);
  return asked;
}
