import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { chromiumPath } from "../support/chromium";
import { accessibilityFaults, aMoment, expect, open, storedReviews, test } from "../support/e2e";

const isRoot = process.getuid?.() === 0;

test.use({
  leavesDocuments: true,
  launchOptions: {
    executablePath: chromiumPath(),
    args: [
      ...(isRoot ? ["--no-sandbox"] : []),
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
    ],
  },
});

const TYPED =
  "Design OUs around business functions and security boundaries, not just environments. Then logging.";

test("a typed answer outlives a reload, stands beside the answer and suggests points", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "/study");
  await page.getByLabel("How you recall").selectOption("type");
  const box = page.getByRole("textbox", { name: "Your answer" });
  await box.fill(TYPED);
  await page.reload();
  await expect(box).toHaveValue(TYPED);
  await box.press("s");
  await box.press("Escape");
  await expect(box).not.toBeFocused();
  await box.press("Control+Enter");

  await expect(page.getByRole("region", { name: "What you typed" })).toContainText("Then logging");
  await expect(page.getByText("suggested", { exact: true })).toHaveCount(1);
  const points = page.getByRole("group", { name: "Key points" }).getByRole("checkbox");
  await expect(points.first()).not.toBeChecked();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(points.first()).toBeChecked();
  await aMoment(page);
  await page.keyboard.press("2");
  await expect(box).toHaveValue("");

  await expect.poll(() => storedReviews(page)).toBe(1);
  const [review] = (await exported(page)).reviews;
  expect(review.way).toBe("type");
  expect(review.suggestedKeyPointIds).toHaveLength(1);
  expect(recalledOf(review)).toEqual(review.suggestedKeyPointIds);
});

test("an answer said aloud is played beside the answer, asks for its first sentence, and is deleted", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "/study");
  await page.getByLabel("How you recall").selectOption("say");
  await page.getByLabel("You have").selectOption("180");
  await aMoment(page);
  await page.keyboard.press(" ");
  await expect(page.getByRole("timer")).toHaveText(/^[32]:\d\d$/);
  await expect(page.getByRole("navigation").first()).toBeHidden();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.waitForTimeout(2_500);
  await page.getByRole("button", { name: "Show answer" }).click();

  await expect(page.getByText("Did your first sentence give it?")).toBeVisible();
  const said = page.getByRole("region", { name: "What you said" });
  await expect(said.getByText(/in all\.$/)).toBeVisible();
  await expect(said.getByText(/^1 recording, \d+ kB/)).toBeVisible();
  await expect
    .poll(() => said.locator("audio").evaluate((audio: HTMLAudioElement) => audio.readyState))
    .toBeGreaterThan(0);
  await page.getByRole("button", { name: "Yes" }).click();
  const points = page.getByRole("group", { name: "Key points" }).getByRole("checkbox");
  await expect(points.first()).toBeChecked();
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await accessibilityFaults(page)).toEqual([]);
  await aMoment(page);
  await page.keyboard.press("2");
  await expect.poll(() => storedReviews(page)).toBe(1);
  expect((await exported(page)).reviews[0].way).toBe("say");

  await open(page, "/settings");
  await expect(page.getByText(/^1 recording,/)).toBeVisible();
  await page.getByRole("button", { name: "Delete all recordings" }).click();
  await expect(page.getByText("No recordings are kept in this browser.")).toBeVisible();
});

test("without a microphone the countdown runs alone", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("No", "NotAllowedError"));
  });
  await open(page, "/study");
  await page.getByLabel("How you recall").selectOption("say");
  await page.getByRole("button", { name: "Start speaking" }).click();
  await expect(page.getByText(/The microphone was refused/)).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/\d:\d\d/);
  await aMoment(page);
  await page.keyboard.press(" ");
  await expect(page.getByText("Nothing was recorded.")).toBeVisible();
});

test.describe("a question with choices", () => {
  test.use({ leavesDocuments: false });

  test("is picked, and what was picked proposes the grade", async ({ page, rehearse }) => {
    const quiz =
      "# Ports\n\n## 1. Which port does HTTPS use?\n\n- A) 80\n- B) 443\n- C) 22\n\n**Answer:** B\n";
    const file = join(rehearse.dataFolder, "ports.md");
    writeFileSync(file, quiz);
    await open(page, "/documents");
    await page.getByLabel("Choose files").setInputFiles(file);
    await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("1 new question");
    await open(page, "/study?topic=ports");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("radio", { name: "A. 80" }).check();
    await page.keyboard.press("Enter");
    await expect(page.getByText("✕ wrong")).toBeVisible();
    await expect(page.getByText("✓ this was right")).toBeVisible();
    await expect(page.getByText("Again: picked wrong")).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    await aMoment(page);
    await page.keyboard.press(" ");
    await expect.poll(() => storedReviews(page)).toBe(1);
    const [review] = (await exported(page)).reviews;
    expect([review.way, review.rating, review.proposedRating]).toEqual(["pick", 1, 1]);
  });
});

async function exported(page: Page) {
  return (await page.request.get("/api/export")).json();
}

function recalledOf({ points }: { points: { keyPointId: string; recalled: boolean }[] }) {
  return points.filter(({ recalled }) => recalled).map(({ keyPointId }) => keyPointId);
}
