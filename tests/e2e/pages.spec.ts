import type { Page } from "playwright/test";
import { accessibilityFaults, expect, open, test } from "../support/e2e";
import { startRehearse, temporaryFolder } from "../support/server";

test("what was taken in is shown, with its problems", async ({ page }) => {
  await page.goto("/documents");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Documents");
  await expect(page.getByRole("main")).toContainText("25 questions");
  await expect(page.getByRole("main")).toContainText("242 runs of damaged characters");
  await expect(page.getByRole("list", { name: /^Problems in/ })).toContainText("line 416");

  await page.getByRole("link", { name: "Topics" }).click();
  await expect(page.getByRole("main").getByRole("link")).toHaveCount(8 + 25);
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
  for (const { id } of items) {
    await page.goto(`/questions/${id}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `question ${id}`).toBeLessThanOrEqual(0);
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

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const { items } = await (await page.request.get("/api/questions?limit=200")).json();
    const [{ id, topic }] = items;
    const last = items.find(({ number }: { number: number }) => number === 21).id;
    const addresses = [
      "/study",
      "/topics",
      `/topics/${topic}`,
      `/questions/${id}`,
      `/questions/${last}`,
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

  test(`axe finds nothing where nothing was taken in, ${colorScheme}`, async ({ page }) => {
    const empty = await startRehearse({ env: { CONTENT_DIR: temporaryFolder() } });
    await page.emulateMedia({ colorScheme });
    for (const address of ["/study", "/topics", "/documents"]) {
      await page.goto(`${empty.url}${address}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/nothing|no/i);
      expect(await accessibilityFaults(page), address).toEqual([]);
    }
    await empty.end("SIGKILL");
  });
}

async function showAnswer(page: Page): Promise<void> {
  await page.keyboard.press(" ");
  await page.getByRole("heading", { name: "Answer" }).waitFor();
  // The answer opens in a moment; half-opened it has half the contrast.
  await page.waitForFunction(() => document.getAnimations().length === 0);
}
