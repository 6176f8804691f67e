import { startRehearse, temporaryFolder } from "../support/server";
import { expect, open, test } from "../support/e2e";

test("a learner studies by keyboard alone, takes a grade back, and finds it on disk", async ({
  page,
  rehearse,
}) => {
  await open(page, "/");
  await expect(page).toHaveURL(/\/study$/);
  const prompt = page.getByRole("heading", { level: 1 });
  const status = page.getByRole("status");
  await expect(prompt).toContainText("multi-account AWS environment");
  await expect(status).toHaveText("Left today: 20 new.");
  await expect(page.getByRole("heading", { name: "Answer" })).toHaveCount(0);

  await page.keyboard.press("2");
  await page.keyboard.press(" ");
  await expect(page.getByRole("heading", { name: "Answer" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Again/ })).toHaveText(/10 min/);
  await expect(page.getByRole("button", { name: /^Good/ })).toHaveText(/2 d/);

  await page.keyboard.press("3");
  await expect(prompt).toContainText("centralized logging strategy");
  await expect(status).toHaveText("Graded Good. Left today: 19 new.");

  await page.keyboard.press("u");
  await expect(prompt).toContainText("multi-account AWS environment");
  await expect(status).toHaveText("Taken back. Left today: 20 new.");

  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await expect(status).toHaveText("Graded Again. Left today: 1 in learning, 19 new.");
  for (let i = 0; i < 9; i += 1) {
    const before = await prompt.textContent();
    await page.keyboard.press(" ");
    await page.keyboard.press(String((i % 3) + 2));
    await expect(prompt).not.toHaveText(before ?? "");
  }
  const { counts } = await (await page.request.get("/api/health")).json();
  expect(counts.reviews).toBe(11);
  await rehearse.end("SIGTERM");
});

test("the buttons do by pointer what the keys do", async ({ page }) => {
  await open(page, "/study");
  const prompt = page.getByRole("heading", { level: 1 });
  const first = (await prompt.textContent()) ?? "";
  await page.getByRole("button", { name: "Show answer" }).click();
  await page.getByRole("button", { name: /^Easy/ }).click();
  await expect(prompt).not.toHaveText(first);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(prompt).toHaveText(first);
});

test("keys leave alone what belongs to the browser or to a control", async ({ page }) => {
  await open(page, "/study");
  const prompt = page.getByRole("heading", { level: 1 });
  const first = (await prompt.textContent()) ?? "";
  await page.keyboard.press(" ");
  for (const keys of ["Control+3", "Alt+3", "Meta+1"]) await page.keyboard.press(keys);
  await expect(prompt).toHaveText(first);
  await page.getByRole("link", { name: "Topics" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/topics$/);
});

test("a review is still there after the server was killed, and a grade sent to a dead server is kept for sending", async ({
  page,
}) => {
  const dataFolder = temporaryFolder();
  const first = await startRehearse({ dataFolder });
  const port = Number(new URL(first.url ?? "").port);
  await open(page, `${first.url}/study`);
  const prompt = page.getByRole("heading", { level: 1 });
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expect(page.getByRole("status")).toContainText("Graded Good.");
  await expect(prompt).toContainText("centralized logging strategy");
  const second = (await prompt.textContent()) ?? "";
  await first.end("SIGKILL");

  await page.keyboard.press(" ");
  await page.keyboard.press("4");
  await expect(page.getByRole("status")).toContainText(
    "Not saved yet: the server does not answer. Is Rehearse still running?",
  );
  const again = await startRehearse({ dataFolder, port });
  await expect(prompt).toHaveText(second);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByRole("status")).toContainText("Graded Easy.");
  await expect(prompt).not.toHaveText(second);
  const { counts } = await (await page.request.get(`${again.url}/api/health`)).json();
  expect(counts.reviews).toBe(2);
  await again.end("SIGKILL");
});

test("when all is done it says when something is due next", async ({ page }) => {
  const queue = await (await page.request.get("/api/queue?limit=200")).json();
  const reviews = queue.items.map(({ questionId }: { questionId: string }) => ({
    id: crypto.randomUUID(),
    questionId,
    rating: 3,
    reviewedAt: queue.now,
    durationMs: 1000,
    mode: "scheduled",
  }));
  const sent = await page.request.post("/api/reviews", { data: { reviews } });
  expect((await sent.json()).results).toHaveLength(20);
  await open(page, "/study");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Nothing is due until (\w+day \d+ \w+|tomorrow) at \d\d:\d\d\.$/,
  );
});
