import { accessibilityFaults, expect, open, test } from "@/tests/support/e2e";

test.use({ leavesDocuments: true });

test("an interview is prepared for, and told of afterwards", async ({ page }) => {
  await open(page, "/interview");
  await page.getByRole("link", { name: "Add an interview" }).first().click();
  await page.getByRole("button", { name: "Save" }).click();
  const title = page.getByRole("textbox", { name: "Company, role, round" });
  await expect(title).toBeFocused();
  await expect(page.getByText("Say who it is with, in up to 200 characters.")).toBeVisible();
  await title.fill("Acme, platform engineer");
  await page.getByRole("checkbox", { name: "Sunday" }).uncheck();
  await page.getByRole("combobox", { name: "Security", exact: true }).selectOption("3");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();

  await expect(page.getByRole("heading", { name: "Acme, platform engineer" })).toBeVisible();
  await expect(page.getByText("on Mon, Tue, Wed, Thu, Fri, Sat")).toBeVisible();
  await expect(page.getByText("matters most")).toBeVisible();
  await expect(page.getByText(/^At 20 minutes a day you will recall about/)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Choose them by when they are due" }).click();
  await expect(page.getByRole("button", { name: "Choose them by what they gain" })).toBeVisible();

  await page.getByRole("button", { name: "It is over" }).click();
  await page.getByRole("searchbox", { name: "Find it by its words" }).fill("guardrails");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("button", { name: "Badly" }).first().click();
  await expect(page.getByRole("button", { name: /^Take back/ })).toBeVisible();
  await page.getByRole("textbox", { name: "What was asked" }).fill("Why do you want this?");
  await page.getByRole("button", { name: "It went well" }).last().click();
  await expect(page.getByText("Why do you want this?").first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "make it a question" }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toHaveValue(/^## Why do you want this/);
});
