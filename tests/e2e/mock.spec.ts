import { accessibilityFaults, aMoment, expect, open, storedReviews, test } from "../support/e2e";

test.use({ leavesDocuments: true });

test("a mock interview is held by keyboard, outlives a reload, and is scored and reported", async ({
  page,
}) => {
  await open(page, "/interview");
  await page.getByRole("link", { name: "Mock interview" }).click();
  await page.getByRole("spinbutton", { name: "Questions" }).fill("3");
  await page.getByRole("radio", { name: "typed" }).check();
  await page.getByRole("button", { name: "Draw the questions" }).click();
  await expect(page.getByRole("heading", { name: "3 questions, cold" })).toBeVisible();
  await page.keyboard.press("Space");
  const box = page.getByRole("textbox", { name: "Your answer" });
  await expect(box).toBeFocused();
  await expect(page.getByRole("timer")).toHaveText(/^0:\d\d of 3:00$/);
  await page.keyboard.type("Guardrails for each account");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Question 1 of 3" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(box).toHaveValue("Guardrails for each account");
  for (const place of ["Question 2 of 3", "Question 3 of 3", "Score 1 of 3"]) {
    await aMoment(page);
    await box.press("Control+Enter");
    await expect(page.getByRole("main", { name: place })).toBeVisible();
  }

  const points = page.getByRole("group", { name: "Key points" });
  await expect(points).toBeFocused();
  await expect(page.getByText("Guardrails for each account")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { name: "They would ask next" })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const place of ["Score 2 of 3", "Score 3 of 3"]) {
    await aMoment(page);
    await page.keyboard.press("Space");
    await expect(page.getByRole("main", { name: place })).toBeVisible();
    await page.keyboard.press("n");
  }
  await aMoment(page);
  await page.keyboard.press("Space");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    / points, \d+\s% of what was asked$/,
  );
  await expect(page).toHaveURL(/\/interview\/mock\/[\da-f-]{36}$/);
  await expect(page.getByText(/nine times in ten/)).toBeVisible();
  await expect(page.getByText("the schedule is as it was")).toBeVisible();
  expect(await storedReviews(page)).toBe(3);
  expect(await accessibilityFaults(page)).toEqual([]);
});
