import type { Page } from "playwright/test";
import { aMoment, expect, open, test } from "@/tests/support/e2e";

test.use({ leavesDocuments: true });

const QUESTIONS = 25;
const EACH = 6;

/** A phone, with the largest text too; and a window of 1280 × 800 at 200 % and at 400 %. */
const WINDOWS = [
  { name: "a phone", width: 360, height: 740, text: "normal" },
  { name: "a phone, larger text", width: 360, height: 740, text: "larger" },
  { name: "200 %", width: 640, height: 400, text: "normal" },
  { name: "400 %", width: 320, height: 200, text: "normal" },
];

test("once it is shown, two fifths of the window are points and answer, for every question", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await open(page, "/settings");
  await page.getByRole("textbox", { name: "New questions a day" }).fill("99");
  await page.getByRole("button", { name: "Save scheduling" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, "/study");
  const least = new Map<string, number>();
  for (let i = 0; i < QUESTIONS; i += 1) {
    // A phone's window for every question, the rarer ones for a few: what differs is the text.
    const windows = WINDOWS.slice(0, i % EACH === 0 ? WINDOWS.length : 1);
    for (const { name, text, ...size } of windows) {
      await page.setViewportSize(size);
      await page.evaluate((chosen) => {
        document.documentElement.dataset["text"] = chosen;
      }, text);
      await aMoment(page);
      await page.keyboard.press(" ");
      await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
      const { share, firstPoint } = await seen(page);
      least.set(name, Math.min(share, least.get(name) ?? 1));
      expect.soft(firstPoint, `the first point of question ${i + 1}, ${name}`).toBe(true);
      await page.keyboard.press("4");
      if (name !== windows.at(-1)?.name) await page.keyboard.press("u");
    }
  }
  process.stdout.write(`Least share of the window: ${JSON.stringify(Object.fromEntries(least))}\n`);
  for (const [name, share] of least) expect(share, name).toBeGreaterThanOrEqual(0.4);
});

test("nothing that has the focus lies under the line or the grades", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "/study");
  await page.keyboard.press(" ");
  const hidden: string[] = [];
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("Tab");
    const under = await page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector("[data-at-thumb]");
      const line = document.querySelector("h1")?.closest("[data-folded]");
      if (!focused || focused === document.body || !bar || !line) return null;
      if (bar.contains(focused) || line.contains(focused)) return null;
      const { top, bottom } = focused.getBoundingClientRect();
      const isOver = (over: Element) => {
        const its = over.getBoundingClientRect();
        return bottom > its.top + 1 && top < its.bottom - 1;
      };
      const isSeen = top >= -1 && bottom <= innerHeight + 1 && !isOver(bar) && !isOver(line);
      const isTall = bottom - top > innerHeight / 2;
      return isSeen || isTall ? null : focused.outerHTML.slice(0, 80);
    });
    if (under) hidden.push(under);
  }
  expect(hidden).toEqual([]);
});

/** The share of the window's height that is points or answer, and whether the first point is in it. */
async function seen(page: Page): Promise<{ share: number; firstPoint: boolean }> {
  return page.evaluate(() => {
    const from = document.querySelector("h1")?.closest("[data-folded]")?.getBoundingClientRect();
    const to = document.querySelector("[data-at-thumb]")?.getBoundingClientRect();
    const above = Math.max(0, from?.bottom ?? 0);
    const below = Math.min(innerHeight, to?.top ?? innerHeight);
    const parts = [...document.querySelectorAll("main fieldset, main section")];
    const rects = parts.map((part) => part.getBoundingClientRect());
    const begin = Math.max(above, Math.min(...rects.map(({ top }) => top)));
    const end = Math.min(below, Math.max(...rects.map(({ bottom }) => bottom)));
    const box = document.querySelector("main input[type=checkbox]")?.getBoundingClientRect();
    const firstPoint = !box || (box.top >= above && box.bottom <= below);
    return { share: (end - begin) / innerHeight, firstPoint };
  });
}
