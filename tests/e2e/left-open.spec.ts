import type { Page } from "playwright/test";
import { aMoment, expect, open, storedReviews, test, untilHydrated } from "../support/e2e";

test.use({ leavesDocuments: true });

const DAY_MS = 86_400_000;

test("Back to Study asks nothing again that was graded there", async ({ page }) => {
  await open(page, "/");
  await goTo(page, "Study");
  const graded = [await grade(page, "3"), await grade(page, "1")];
  await goTo(page, "Topics");
  await page.goBack();
  await page.waitForURL("**/study");
  const status = page.getByRole("status");
  await expect(status).toContainText("19 left today.");
  for (let i = 0; i < 4; i += 1) expect(graded).not.toContain(await grade(page, "4"));
  await expect(status).toContainText("15 left today.");
});

test("a figure that changed is there when the page is looked at again, or come back to", async ({
  page,
}) => {
  await page.clock.install();
  await open(page, "/");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("20 new");
  await gradeElsewhere(page, 0);
  await page.clock.fastForward(2 * 60_000);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(heading).toHaveText("19 new");

  await page.getByRole("link", { name: "Settings" }).click();
  await page.waitForURL("**/settings");
  await gradeElsewhere(page, 0);
  await page.goBack();
  await expect(heading).toHaveText("18 new");
});

test("a server that is busy for a moment is asked again, and the next question comes", async ({
  page,
}) => {
  let busy = true;
  await page.route("**/api/session?*", (route) =>
    busy
      ? route.fulfill({ status: 503, headers: { "retry-after": "1" }, body: "{}" })
      : route.continue(),
  );
  await open(page, "/study");
  for (let i = 0; i < 6; i += 1) await grade(page, "4");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("The server is busy");
  busy = false;
  await expect(heading).toContainText("?");
});

test("with a clock that is days off a grade saves the interval that its button says", async ({
  page,
}) => {
  await page.clock.install({ time: Date.now() + 3 * DAY_MS });
  await open(page, "/study");
  await expect(page.getByText("This device’s clock is 3 days ahead.")).toBeVisible();
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: /^Good/ })).toHaveText(/2 d/);
  await page.keyboard.press("3");
  await expect.poll(() => storedReviews(page)).toBe(1);
  const { items } = await (await page.request.get("/api/questions?limit=200")).json();
  const seen = items.find(({ memory }: { memory: { reps: number } }) => memory.reps > 0);
  const days = (Date.parse(seen.memory.dueAt) - Date.now()) / DAY_MS;
  expect(Math.round(days)).toBe(2);
});

test("while a question is open, the day turns around it", async ({ page }) => {
  await page.clock.install();
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("a");
  await page.getByText("Write a note").click();
  await page.getByRole("textbox", { name: "Your note" }).fill("Half a thought");
  const asked = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await gradeElsewhere(page, 0);
  const told = page.waitForResponse(/\/api\/session/);
  await page.clock.fastForward(DAY_MS);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await (await told).finished();
  await expect(page.getByRole("status").first()).toContainText("19 left today.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(asked);
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("Half a thought");
});

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
  await page.waitForURL(`**/${name.toLowerCase()}`);
  await untilHydrated(page);
}

/** Grades the question shown, and answers which it was. */
async function grade(page: Page, key: string): Promise<string> {
  await aMoment(page);
  const asked = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.keyboard.press(" ");
  await page.keyboard.press(key);
  return asked;
}

/** Grades a question that waits, as another device would. */
async function gradeElsewhere(page: Page, index: number): Promise<void> {
  const { items } = await (await page.request.get("/api/queue?limit=20")).json();
  const review = {
    id: crypto.randomUUID(),
    questionId: items[index].questionId,
    rating: 4,
    reviewedAt: new Date().toISOString(),
    durationMs: 1000,
    mode: "scheduled",
  };
  await page.request.post("/api/reviews", { data: { reviews: [review] } });
}
