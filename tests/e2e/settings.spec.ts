import { accessibilityFaults, expect, open, test } from "../support/e2e";

test.use({ leavesDocuments: true });

test("what can't be saved says why beside its field, and the rest is kept", async ({ page }) => {
  await open(page, "/settings");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel("New questions a day").fill("7");
  await page.getByLabel("Desired retention, in percent").fill("12");
  await page.getByRole("button", { name: "Save scheduling" }).click();
  const retention = page.getByLabel("Desired retention, in percent");
  await expect(retention).toHaveAttribute("aria-invalid", "true");
  await expect(retention).toBeFocused();
  await expect(page.getByLabel("New questions a day")).toHaveValue("7");
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("the day's limit holds from the next question on", async ({ page }) => {
  await open(page, "/settings");
  await page.getByLabel("New questions a day").fill("3");
  await page.getByRole("button", { name: "Save scheduling" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, "/study");
  await expect(page.getByRole("status")).toHaveText("3 left today.");
});

test("who takes no new questions is told why there is nothing to study", async ({ page }) => {
  await open(page, "/settings");
  await page.getByLabel("New questions a day").fill("0");
  await page.getByRole("button", { name: "Save scheduling" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, "/study");
  await expect(page.getByText(/^Today's limits hold back \d+\snew\.$/)).toBeVisible();
  await page.getByRole("link", { name: "Change the limits" }).click();
  await page.waitForURL("**/settings");
});

test("a chosen theme holds against the device's, and letter keys can be switched off", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "/settings");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.getByRole("radio", { name: "Light" }).check();
  await page.getByRole("checkbox", { name: "Letter keys" }).uncheck();
  await page.getByRole("button", { name: "Save for this device" }).click();
  await expect.poll(paper).not.toBe(dark);

  await open(page, "/study");
  await page.keyboard.press(" ");
  await page.keyboard.press("a");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await page.keyboard.press("3");
  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("centralized logging");
});
