import { accessibilityFaults, expect, open, test } from "@/tests/support/e2e";

test.use({ leavesDocuments: true });

test("what is looked for is found as one types, by keys alone", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("/");
  const field = page.getByRole("search").getByRole("searchbox", { name: "Search" });
  await expect(field).toBeFocused();
  await page.keyboard.type("transit gat");
  const results = page.getByRole("search").getByRole("listitem");
  await expect(results.first()).toContainText(/transit gateway/i);
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^\d+ found$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(results.first().getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=transit+gat");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("transit gat");
  await expect(field).toHaveValue("transit gat");
  expect(await accessibilityFaults(page)).toEqual([]);

  await expect(page.getByRole("link", { name: "Practise these" })).toHaveAttribute(
    "href",
    "/study?mode=practice&q=transit+gat",
  );
  await page.getByRole("link", { name: "Seen" }).click();
  await expect(page).toHaveURL("/search?q=transit+gat+is%3Aseen");
  await expect(page.getByText("No question says all of it.")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "among all questions" }).click();
  await page
    .getByRole("main")
    .getByRole("listitem")
    .getByRole("link", { name: /transit gateway/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/questions\//);
  await expect(field).toHaveValue("");
  await expect(page.getByRole("link", { name: "Practise now" })).toHaveAttribute(
    "href",
    /^\/study\?mode=practice&questions=/,
  );
});

test("while a question is open the field stands back until it is called, and Escape leaves it", async ({
  page,
}) => {
  await open(page, "/study");
  const field = page.getByRole("searchbox", { name: "Search" });
  const show = page.getByRole("button", { name: "Show answer" });
  await expect(show).toBeVisible();
  await expect(field).toBeHidden();
  await show.focus();
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await expect(show).toBeFocused();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("what is looked for is found on a page of its own", async ({ page }) => {
    await page.goto("/topics");
    await page.getByRole("searchbox", { name: "Search" }).fill("transit");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main").getByText(/^\d+ found/)).toBeVisible();
  });
});
