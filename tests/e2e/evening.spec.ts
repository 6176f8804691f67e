import type { Page } from "playwright/test";
import {
  accessibilityFaults,
  aMoment,
  expect,
  open,
  type Rehearse,
  standingReviews,
  storedReviews,
  test,
  untilHydrated,
} from "../support/e2e";

test.use({ leavesDocuments: true });

/** How a learner works the pages: by keys, by touch, or by what a screen reader tells. */
type Hands = {
  follow: (page: Page, link: string) => Promise<void>;
  showAnswer: (page: Page) => Promise<void>;
  gradeGood: (page: Page) => Promise<void>;
  undo: (page: Page) => Promise<void>;
};

const keyboard: Hands = {
  follow: async (page, link) => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    for (let steps = 0; steps < 20 && (await focused()) !== link; steps += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  },
  showAnswer: (page) => page.keyboard.press(" "),
  gradeGood: (page) => page.keyboard.press("3"),
  undo: (page) => page.keyboard.press("u"),
};

const touch: Hands = {
  follow: (page, link) => page.getByRole("link", { name: link, exact: true }).first().tap(),
  showAnswer: (page) => page.getByRole("button", { name: "Show answer" }).tap(),
  gradeGood: async (page) => {
    await page.getByRole("group", { name: "Key points" }).getByRole("checkbox").first().tap();
    await page.getByRole("button", { name: /^Good/ }).tap();
  },
  undo: (page) => page.getByRole("button", { name: "Undo" }).tap(),
};

/** Finds nothing but by role and name, and expects to be told what a sighted learner sees. */
const screenReader: Hands = {
  follow: async (page, link) => {
    const main = page.getByRole("navigation", { name: "Main" });
    await main.getByRole("link", { name: link, exact: true }).press("Enter");
  },
  showAnswer: async (page) => {
    await expect(page.getByRole("main")).toMatchAriaSnapshot(`
      - heading [level=1]
      - button "Show answer"`);
    await page.getByRole("button", { name: "Show answer" }).press("Enter");
  },
  gradeGood: async (page) => {
    await expect(page.getByRole("group", { name: "Key points" })).toBeFocused();
    await expect(page.getByRole("main")).toMatchAriaSnapshot(`
      - heading [level=1]
      - button "The whole question"
      - group "Key points":
        - list:
          - listitem:
            - checkbox
            - button "Find, point a"
        - button "None of them"
      - region "Answer"
      - button /^0 of \\d+ key points/
      - group "How well did you recall it?":
        - button /^Again \\d+ min/
        - button /^Hard/
        - button /^Good \\d+ d/
        - button /^Easy \\d+ d/`);
    await page.getByRole("checkbox").first().press(" ");
    await page.getByRole("button", { name: /^Good/ }).press("Enter");
    await expect(page.getByRole("status")).toHaveText(/^Graded Good\. \d+ left today\.$/);
    await expect(page.getByRole("main")).toBeFocused();
  },
  undo: (page) => page.getByRole("button", { name: "Undo" }).press("Enter"),
};

test("a first evening by the keyboard alone", async ({ page, rehearse }) => {
  await firstEvening(page, rehearse, keyboard);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a first evening by touch alone", async ({ page, rehearse }) => {
    await firstEvening(page, rehearse, touch);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test("a first evening by roles and names alone", async ({ page, rehearse }) => {
  await firstEvening(page, rehearse, screenReader);
});

/** Ten questions, the server lost and back in the middle, one grade taken back, and what that adds up to. */
async function firstEvening(page: Page, rehearse: Rehearse, hands: Hands): Promise<void> {
  const status = page.getByRole("status");
  await open(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("20 new");
  const inHand = page.waitForResponse(/\/api\/session/);
  await hands.follow(page, "Study");
  await expect(status).toHaveText("20 left today.");
  await answer(page, 4, hands);
  await expect.poll(() => storedReviews(page)).toBe(4);

  await (await inHand).finished();
  await rehearse.kill();
  await answer(page, 3, hands);
  await expect(page.getByText(/^3 grades wait to be sent/)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await rehearse.startAgain();
  await page.reload();
  await untilHydrated(page);
  await expect.poll(() => storedReviews(page)).toBe(7);
  await expect(page.getByText(/to be sent/)).toHaveCount(0);

  await answer(page, 3, hands);
  await aMoment(page);
  await hands.undo(page);
  await expect(status).toHaveText(/^Taken back\./);
  await expect.poll(() => standingReviews(page)).toBe(9);

  const { items } = await (await page.request.get("/api/questions?limit=200")).json();
  const seenIn = (topic: string) =>
    items.filter((one: Listed) => one.memory.state !== "new" && one.topicPath[0] === topic).length;
  await hands.follow(page, "Topics");
  for (const topic of ["Networking (VPC/TGW)", "Landing Zone & Control Tower"])
    await expect(page.getByRole("link", { name: topic })).toContainText(
      `${seenIn(topic)} graded today`,
    );
}

type Listed = { topicPath: string[]; memory: { state: string } };

async function answer(page: Page, questions: number, hands: Hands): Promise<void> {
  const prompt = page.getByRole("heading", { level: 1 });
  for (let i = 0; i < questions; i += 1) {
    const before = (await prompt.textContent()) ?? "";
    await aMoment(page);
    await hands.showAnswer(page);
    await aMoment(page);
    await hands.gradeGood(page);
    await expect(prompt).not.toHaveText(before);
  }
}
