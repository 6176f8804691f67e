import type { Page } from "playwright/test";
import {
  accessibilityFaults,
  aMoment,
  expect,
  open,
  standingReviews,
  storedReviews,
  test,
} from "../support/e2e";

test.use({ leavesDocuments: true });

const PROMPTS = [
  "multi-account AWS environment",
  "centralized logging strategy",
  "15 VPCs",
] as const;

test("grades show their intervals, and are taken back one by one", async ({ page }) => {
  await open(page, "/study");
  const status = page.getByRole("status");
  await expect(status).toHaveText("20 left today.");
  await expect(page.getByRole("heading", { name: "Answer" })).toHaveCount(0);

  await page.keyboard.press("2");
  await page.keyboard.press(" ");
  await expect(page.getByRole("heading", { name: "Answer" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Again/ })).toHaveText(/10 min/);
  await expect(page.getByRole("button", { name: /^Good/ })).toHaveText(/2 d/);
  await page.keyboard.press("3");
  await expectPrompt(page, 1);
  await expect(status).toHaveText("Graded Good. 19 left today.");
  await aMoment(page);

  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await expectPrompt(page, 2);
  await page.keyboard.press("u");
  await expectPrompt(page, 1);
  await page.keyboard.press("Control+z");
  await expectPrompt(page, 0);
  await expect(status).toHaveText("Taken back. 20 left today.");

  await expect.poll(() => storedReviews(page)).toBe(2);
  await expect.poll(() => standingReviews(page)).toBe(0);
});

test("key points are marked by letter, propose the grade, and are stored only where something was marked", async ({
  page,
}) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  const points = page.getByRole("group", { name: "Key points" }).getByRole("checkbox");
  await expect(points).toHaveCount(4);
  await page.keyboard.press("b");
  await page.keyboard.press("m");
  await page.keyboard.press("a");
  await page.keyboard.press("Shift+C");
  await expect(points.nth(0)).not.toBeChecked();
  await expect(points.nth(1)).toBeChecked();
  await expect(points.nth(2)).toBeChecked({ indeterminate: true });
  await expect(page.getByText("Hard: 1 point said wrongly")).toBeVisible();
  await aMoment(page);
  await page.keyboard.press(" ");
  await aMoment(page);
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await aMoment(page);
  await page.keyboard.press(" ");
  await page.keyboard.press("n");
  await page.keyboard.press("1");
  await expect.poll(() => storedReviews(page)).toBe(3);
  const { reviews } = await (await page.request.get("/api/export")).json();
  const [first, second, third] = reviews;
  expect(first).toMatchObject({ rating: 2, proposedRating: 2, cues: "none", assessed: true });
  expect(first.points.map(({ outcome }: { outcome: string }) => outcome).toSorted()).toEqual([
    "missed",
    "recalled",
    "recalled",
    "wrong",
  ]);
  expect(second).toMatchObject({ proposedRating: null, assessed: false, points: [] });
  expect(third).toMatchObject({ rating: 1, proposedRating: 1, recalledKeyPointIds: [] });
});

test("a point leads to its place beside the answer, and on a phone opens it in place", async ({
  page,
}) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.getByRole("button", { name: "Find, point c" }).click();
  await expect(page.locator(".place")).toHaveText(/^3\. Handling Exceptions/);
  await expect(page.locator(".place")).toBeInViewport();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("checkbox").nth(2).press("ArrowRight");
  const passage = page.getByRole("listitem").filter({ hasText: "Exceptions" }).first();
  await expect(passage).toContainText("Critical principle");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("checkbox").nth(1)).toBeFocused();
});

test("an answer is opened section by section where that is chosen, and without ticks it is calm", async ({
  page,
}) => {
  await open(page, "/settings");
  await page.getByRole("checkbox", { name: "Answers section by section" }).check();
  await page.getByRole("checkbox", { name: "Key points to tick" }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, "/study");
  await page.keyboard.press(" ");
  const outline = page.getByRole("list", { name: "Sections of the answer" });
  await expect(outline.getByRole("listitem")).toHaveCount(6);
  await expect(page.getByRole("button", { name: /^Next: 1\. Organizational/ })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("3");
  for (let i = 0; i < 5; i += 1) {
    await aMoment(page);
    await page.keyboard.press(" ");
  }
  await expect(page.getByRole("region", { name: "Answer" })).toBeFocused();
  await expect(page.getByRole("group", { name: "Key points" })).toHaveCount(0);
  await page.getByRole("button", { name: "Open the next answers all at once" }).click();
  await page.keyboard.press("3");
  await aMoment(page);
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  await page.keyboard.press("3");
  await expect.poll(() => storedReviews(page)).toBe(2);
  const { reviews } = await (await page.request.get("/api/export")).json();
  expect(reviews).toMatchObject([{ cues: "sections" }, { cues: "none" }]);
});

test("with the server killed even an undo waits, and all is there when it is back", async ({
  page,
  rehearse,
}) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expect.poll(() => storedReviews(page)).toBe(1);
  await rehearse.kill();

  for (let i = 0; i < 3; i += 1) {
    await aMoment(page);
    await page.keyboard.press(" ");
    await page.keyboard.press("4");
  }
  await expect(page.getByText(/^3 grades wait to be sent/)).toBeVisible();
  // The notice covers none of the ways to other pages.
  await page.setViewportSize({ width: 360, height: 740 });
  const placeOf = async (role: "banner" | "complementary", name?: string) => {
    const box = await page.getByRole(role, name === undefined ? {} : { name }).boundingBox();
    return { top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) };
  };
  const notice = await placeOf("complementary", "Not sent yet");
  expect(notice.top).toBeGreaterThanOrEqual((await placeOf("banner")).bottom);
  expect(notice.bottom).toBeLessThan((await placeOf("complementary", "This session")).top);
  await page.keyboard.press("u");
  const shown = await page.getByRole("heading", { level: 1 }).textContent();

  await rehearse.startAgain();
  await page.reload();
  await expect.poll(() => storedReviews(page)).toBe(4);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(shown ?? "");
  await expect.poll(() => standingReviews(page)).toBe(3);
});

test("while the next question is on its way it says so", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/session?*", async (route) => {
    await held;
    await route.continue();
  });
  await open(page, "/study");
  const heading = page.getByRole("heading", { level: 1 });
  for (let i = 0; i < 6; i += 1) {
    await aMoment(page);
    await page.keyboard.press(" ");
    await page.keyboard.press("4");
  }
  await expect(heading).toHaveText("The next question is on its way");
  expect(await accessibilityFaults(page)).toEqual([]);
  release();
  await expect(heading).toContainText("?");
});

test("an answer that the server would not take is shown and kept until it was seen", async ({
  page,
}) => {
  await open(page, "/study");
  await page.route("**/api/reviews", async (route) => {
    const { reviews } = route.request().postDataJSON();
    const results = reviews.map(({ id }: { id: string }) => ({
      id,
      status: "rejected",
      problem: "The question is unknown.",
    }));
    await route.fulfill({ json: { results } });
  });
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  const notice = page.getByText("did not take one of your answers: The question is unknown.");
  await expect(notice).toBeVisible();
  await page.unroute("**/api/reviews");
  await page.reload();
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(notice).toHaveCount(0);
});

test("two tabs agree: what one grades the other does not show", async ({ page, context }) => {
  await open(page, "/study");
  const other = await context.newPage();
  await open(other, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expectPrompt(page, 1);
  await expectPrompt(other, 1);
});

test("keys leave alone what belongs to the browser or to a control", async ({ page }) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  for (const keys of ["Control+3", "Alt+3", "Meta+1"]) await page.keyboard.press(keys);
  await expectPrompt(page, 0);
  await page.getByRole("link", { name: "Topics" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/topics$/);
});

test("what can be done by key is listed, and a question can be put off", async ({ page }) => {
  await open(page, "/study");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("z");
  await expectPrompt(page, 1);
  await expect(page.getByRole("status")).toHaveText(
    "Put off until tomorrow. 19 left today. Undo: u.",
  );
  const counts = async () => (await (await page.request.get("/api/queue?limit=200")).json()).items;
  await expect.poll(async () => (await counts())[0].prompt).toContain(PROMPTS[1]);
});

test("what stands above the prompt does not move when it becomes a line", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "/study");
  const topic = page.getByRole("main").getByRole("link").first();
  const prompt = page.getByRole("heading", { level: 1 });
  const before = await topic.boundingBox();
  const whole = await prompt.boundingBox();
  await page.keyboard.press(" ");
  await expect(page.getByRole("heading", { name: "Answer" })).toBeVisible();
  expect(await topic.boundingBox()).toEqual(before);
  const line = await prompt.boundingBox();
  expect(line?.x).toBe(whole?.x);
  expect(line?.height).toBeLessThan((whole?.height ?? 0) / 2);
});

test("at the end it says how it went, at an address that survives reload, and goes over what was missed", async ({
  page,
}) => {
  const queue = await (await page.request.get("/api/queue?limit=200")).json();
  const reviews = queue.items.slice(2).map(({ questionId }: { questionId: string }) => ({
    id: crypto.randomUUID(),
    questionId,
    rating: 3,
    reviewedAt: queue.now,
    durationMs: 1000,
    mode: "scheduled",
  }));
  await page.request.post("/api/reviews", { data: { reviews } });
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("a");
  await page.keyboard.press("1");
  await expectPrompt(page, 1);
  await aMoment(page);
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Nothing is due until \d\d:\d\d\.$/,
  );
  await expect(page.getByText("You answered 2 times: 1 Again, 1 Good.")).toBeVisible();
  await expect(page.getByRole("status")).toContainText("This session is over.");
  await expect(page.getByRole("main")).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.waitForURL("**/study/sessions/*");
  const missed = page.getByRole("region", { name: "What you missed" });
  const told = await missed.textContent();
  await page.reload();
  await expect(missed).toHaveText(told ?? "");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "Go over these now" }).click();
  await page.waitForURL("**/study?mode=practice&missedIn=*");
  await expect(page.getByText("Practice of what was missed: the schedule stays")).toBeVisible();
  await page.getByRole("button", { name: "Show answer" }).click();
  await expect(page.getByRole("button", { name: /^Good/ })).not.toContainText(/ (min|h|d|mo)\b/);
  await page.goBack();
  await expect(missed).toHaveText(told ?? "");
  await open(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Nothing is due until \d\d:\d\d\.$/,
  );
  expect(await accessibilityFaults(page), "done for today").toEqual([]);
});

test("all that a key does is in the menu too, and an act is taken back as a grade is", async ({
  page,
}) => {
  await open(page, "/study");
  const menu = page.getByRole("button", { name: "More" });
  await menu.press("Enter");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(menu).toHaveAttribute("aria-expanded", "false");

  const status = page.getByRole("status");
  await choose(page, "Flag");
  await expect(status).toContainText("This question is flagged.");
  await choose(page, "Undo");
  await expect(status).toContainText("Taken back: this question is not flagged.");
  await choose(page, "Suspend");
  await expectPrompt(page, 1);
  await expect(status).toContainText("Suspended");
  await page.keyboard.press("U");
  await expectPrompt(page, 0);
  await expect(status).toHaveText("Taken back: it is not suspended. 20 left today.");
  await choose(page, "Start over as new");
  await expect(status).toContainText("Started over");
  await choose(page, "Undo");
  await expect(status).toContainText("as it was before you started it over");
  await choose(page, "List the keys");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});

test("acts of different kinds are taken back in order after the page was closed, and each is shown again", async ({
  page,
}) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expectPrompt(page, 1);
  await aMoment(page);
  await page.keyboard.press(" ");
  await aMoment(page);
  // Meant for a point: it lies between `a` and `d`.
  await page.keyboard.press("s");
  await expectPrompt(page, 2);
  await expect(page.getByRole("status")).toHaveText(
    "Suspended: it won't come up until you resume it. 18 left today. Undo: u.",
  );
  await expect.poll(() => storedReviews(page)).toBe(1);
  await open(page, "/study");
  await expectPrompt(page, 2);
  await page.keyboard.press("u");
  await expectPrompt(page, 1);
  await expect(page.getByRole("heading", { name: "Answer" })).toBeVisible();
  await page.keyboard.press("u");
  await expectPrompt(page, 0);
  await expect(page.getByRole("status")).toHaveText("Taken back. 20 left today.");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect.poll(() => standingReviews(page)).toBe(0);
  const { items } = await (await page.request.get("/api/queue?limit=200")).json();
  expect(items).toHaveLength(20);
});

test("an undo that another device has overtaken is refused, and says why", async ({ page }) => {
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expect.poll(() => storedReviews(page)).toBe(1);
  const { reviews } = await (await page.request.get("/api/export")).json();
  const [{ questionId }] = reviews;
  const again = { questionId, rating: 4, durationMs: 1000, mode: "scheduled" };
  const at = { id: crypto.randomUUID(), reviewedAt: new Date().toISOString() };
  await page.request.post("/api/reviews", { data: { reviews: [{ ...again, ...at }] } });
  await aMoment(page);
  await page.keyboard.press("u");
  await expect(
    page.getByText("What you took back here stands on the server: A newer review"),
  ).toBeVisible();
});

test("a browser that keeps nothing sends each grade at once, and says so", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Not in a private window.", "InvalidStateError");
    };
    Object.defineProperty(window, "indexedDB", { value: { open: refuse } });
  });
  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expect.poll(() => storedReviews(page)).toBe(1);
  await expectPrompt(page, 1);
  await expect(page.getByText(/^Your browser keeps nothing here/)).toBeVisible();
});

test("what was not sent goes out from any other page", async ({ page }) => {
  await open(page, "/study");
  await page.route("**/api/reviews", (route) => route.fulfill({ status: 404, json: {} }));
  await page.keyboard.press(" ");
  await page.keyboard.press("3");
  await expect(page.getByText(/^A grade waits to be sent/)).toBeVisible();
  await page.unroute("**/api/reviews");
  await open(page, "/topics");
  await expect.poll(() => storedReviews(page)).toBe(1);
});

test("a key or tap before the page listens is not lost, and counts once", async ({ page }) => {
  for (const act of [
    () => page.keyboard.press(" "),
    () => page.getByRole("button", { name: "Show answer" }).click(),
    async () => {
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Show answer" }).click();
    },
  ]) {
    let listen = () => {};
    const listens = new Promise<void>((resolve) => (listen = resolve));
    await page.route(/_next\/static\/.*\.js/, async (route) => {
      await listens;
      await route.continue();
    });
    await page.goto("/study", { waitUntil: "commit" });
    await page.getByRole("button", { name: "Show answer" }).waitFor();
    await act();
    await expect(page.getByRole("heading", { name: "Answer" })).toHaveCount(0);
    listen();
    await expect(page.getByRole("heading", { name: "Answer" })).toBeVisible();
    await aMoment(page);
    await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
    await page.unrouteAll({ behavior: "wait" });
  }
  expect(await storedReviews(page)).toBe(0);
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("the second of two taps on Show answer grades nothing", async ({ page }) => {
    await open(page, "/study");
    const box = await page.getByRole("button", { name: "Show answer" }).boundingBox();
    const at = { x: (box?.x ?? 0) + (box?.width ?? 0) * 0.6, y: (box?.y ?? 0) + 20 };
    await Promise.all([page.touchscreen.tap(at.x, at.y), page.touchscreen.tap(at.x, at.y)]);
    await aMoment(page);
    await expectPrompt(page, 0);
    await page.touchscreen.tap(at.x, at.y);
    await expectPrompt(page, 1);
  });
});

async function choose(page: Page, name: string): Promise<void> {
  await aMoment(page);
  await page.getByRole("button", { name: "More" }).press("Enter");
  await page.getByRole("list").getByRole("button", { name }).press("Enter");
}

async function expectPrompt(page: Page, index: 0 | 1 | 2): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toContainText(PROMPTS[index]);
}
