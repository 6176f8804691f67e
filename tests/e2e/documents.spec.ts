import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page, Route } from "playwright/test";
import { aZip } from "../support/archives";
import { accessibilityFaults, expect, open, test, untilHydrated } from "../support/e2e";
import { aDocument } from "../support/markdown";
import { aPng, SVG } from "../support/pictures";
import { temporaryFolder } from "../support/server";

const VPC = aDocument(
  {
    prompt: "What is a VPC?",
    answer: "A network of your own: ![A VPC](img/vpc.svg). Subnets part it.",
  },
  { prompt: "What is a subnet?", answer: "A range of addresses in one zone, public or private." },
);

/** A folder with those files in it, and the path of one of them. */
function aFolderOf(files: Record<string, string | Uint8Array>) {
  const folder = join(temporaryFolder(), "notes");
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return { folder, at: (path: string) => join(folder, path) };
}

const main = (page: Page) => page.getByRole("main");
const entry = (page: Page, title: string) =>
  main(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: title }) });

test("a document is chosen, looked at, taken in, studied, corrected, put away and restored", async ({
  page,
}) => {
  const { at } = aFolderOf({ "vpc.md": VPC });
  await open(page, "/documents");
  await page.getByLabel("Choose files").setInputFiles(at("vpc.md"));
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Preview: 1 document, 2 questions",
  );
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await expect(main(page)).toContainText("The picture “img/vpc.svg” is not there.");
  await page.getByRole("button", { name: "Show the questions" }).press("Enter");
  await expect(main(page)).toContainText("What is a subnet?");
  await expect(
    main(page).getByRole("listitem").filter({ hasText: "What is a VPC?" }).last(),
  ).toBeFocused();
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Done: 2 new questions");

  await page.goto("/study?topic=networking");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is a VPC?");
  await page.keyboard.press(" ");
  await page.getByRole("heading", { name: "Answer" }).waitFor();
  await page.keyboard.press("3");
  await expect(page.getByRole("status")).toContainText("Graded");
  await expect.poll(async () => (await question(page)).memory.reps).toBe(1);

  await open(page, "/documents");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download Vpc" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toBe(VPC);

  const corrected = aFolderOf({ "vpc-corrected.md": VPC.replace("of your own", "for yourself") });
  await page.getByLabel("Replace Vpc").setInputFiles(corrected.at("vpc-corrected.md"));
  await expect(main(page)).toContainText("It takes the place of “Vpc”");
  await expect(main(page)).toContainText("1 changed, 1 as before");
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("1 changed");
  expect(await question(page)).toMatchObject({ memory: { reps: 1 } });
  expect((await question(page)).answer).toContain("for yourself");

  await page.getByRole("button", { name: "Put away Vpc" }).press("Enter");
  await expect(entry(page, "Vpc")).toContainText("Put away by you");
  await expect(main(page).getByText("“Vpc” is put away, with its questions.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Restore Vpc" })).toBeFocused();
  expect(await question(page)).toBeUndefined();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Put away Vpc" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Restore Vpc" })).toBeFocused();
  await page.reload();
  await untilHydrated(page);
  await page.getByText("Put away (1)").click();
  await page.getByRole("button", { name: "Restore Vpc" }).press("Enter");
  await expect(entry(page, "Vpc")).toContainText("2 questions found under numbered headings.");
  await expect(page.getByRole("button", { name: "Put away Vpc" })).toBeFocused();
  expect(await question(page)).toMatchObject({ memory: { reps: 1 } });
});

test("a folder comes with its pictures, which are shown and can run nothing", async ({ page }) => {
  const script = SVG.replace("<path", "<script>document.title = 'run'</script><path");
  const { folder } = aFolderOf({
    "aws/vpc.md": VPC,
    "aws/img/vpc.svg": script,
    "aws/film.mp4": "film",
    ".git/README.md": "hidden",
  });
  await open(page, "/documents");
  await page.getByLabel("Choose a folder").setInputFiles(folder);
  await expect(main(page)).toContainText("1 picture.");
  await expect(main(page)).toContainText("1 other file left out");
  await page.getByRole("button", { name: "Show the questions" }).click();
  await page
    .getByText(/^Answer/)
    .first()
    .click();
  await expect(page.getByRole("img", { name: "A VPC" })).toBeVisible();
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Done: 2 new questions");

  const { id, topicPath } = await question(page);
  expect(topicPath).toEqual(["Aws", "Networking", "Routing"]);
  await page.goto(`/questions/${id}`);
  const picture = page.getByRole("img", { name: "A VPC" });
  await expect(picture).toHaveAttribute("width", "40");
  const width = () => picture.evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth);
  await expect.poll(width).toBe(40);
  const address = (await picture.getAttribute("src")) ?? "";
  const response = await page.request.get(address);
  expect(response.headers()["content-security-policy"]).toContain("sandbox");
  // Opened by itself it is a document; what it says of the refused script is no fault of ours.
  const alone = await page.context().newPage();
  await alone.goto(address);
  expect(await alone.title()).not.toBe("run");
});

test("an archive comes with its folders, and one that lies is refused in a sentence", async ({
  page,
}) => {
  const good = await aZip(
    { name: "aws/vpc.md", bytes: VPC },
    { name: "aws/img/vpc.svg", bytes: SVG },
  );
  const evil = await aZip({ name: "xx/evil.md", bytes: "evil" });
  const lying = Buffer.from(evil.toString("latin1").replaceAll("xx/", "../"), "latin1");
  const { at } = aFolderOf({ "good.zip": good, "evil.zip": lying });
  await open(page, "/documents");
  await page.getByLabel("Choose files").setInputFiles([at("evil.zip"), at("good.zip")]);
  await expect(page.getByRole("list", { name: "Not taken" })).toHaveText(
    "evil.zip was not taken: “../evil.md” in the archive leads out of its folder.",
  );
  await expect(page.getByRole("list", { name: "Documents in the preview" })).toContainText(
    "aws/vpc.md",
  );
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { name: "Add documents" })).toBeFocused();
  expect(await question(page)).toBeUndefined();
});

test("a text is pasted, files are dropped, and what can't be read is said", async ({ page }) => {
  await open(page, "/documents");
  await page.getByRole("button", { name: "Paste Markdown" }).press("Enter");
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.getByLabel("Name").fill("Networks");
  await page.getByLabel("Text").fill(VPC);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Preview: 1 document, 2 questions",
  );
  await page.getByRole("button", { name: "Discard" }).click();

  await drop(page, "prose.md", "# Prose\n\nNothing is asked here.");
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Done, without a question",
  );
  await page.getByRole("button", { name: "Add more" }).click();
  await drop(page, "notes.txt", "words");
  await expect(page.getByRole("alert").filter({ hasText: "Choose Markdown" })).toBeVisible();
  await drop(page, "vpc.md", VPC);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Preview: 1 document, 2 questions",
  );
});

test("twenty megabytes go through, and an upload can be cancelled", async ({ page }) => {
  const big = Buffer.concat([Buffer.from(`${VPC}\n\n`), Buffer.alloc(20_000_000, "A word. ")]);
  const { at } = aFolderOf({ "vpc.md": VPC, "big.png": Buffer.concat([aPng(3, 2), big]) });
  await open(page, "/documents");
  await page.getByLabel("Choose files").setInputFiles([at("vpc.md"), at("big.png")]);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Preview: 1 document, 2 questions",
  );
  await expect(page.getByRole("list", { name: "Not taken" })).toHaveCount(0);
  await page.getByRole("button", { name: "Discard" }).click();

  await page.route("**/files?**", () => undefined);
  await page.getByLabel("Choose files").setInputFiles(at("vpc.md"));
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("status").first()).toHaveText("Cancelled. Nothing was added.");
});

test("a preview is come back to after a reload and a start of the server, and taken in once", async ({
  page,
  context,
  rehearse,
}) => {
  const { at } = aFolderOf({ "vpc.md": VPC });
  const heading = (tab: Page) => tab.getByRole("heading", { level: 2 }).first();
  await open(page, "/documents");
  await page.getByLabel("Choose files").setInputFiles(at("vpc.md"));
  await expect(heading(page)).toHaveText("Preview: 1 document, 2 questions");
  await rehearse.kill();
  await rehearse.startAgain();
  await page.route("**/state", (route) => route.abort());
  await open(page, "/documents");
  await expect(page.getByText("It has your files")).toBeVisible();
  await page.unrouteAll();
  await open(page, "/documents");
  await expect(heading(page)).toHaveText("Preview: 1 document, 2 questions");

  // The answer is lost, and the page left before it: the server did it, and says so again.
  let isDone = false;
  await page.route("**/confirm", async (route) => {
    await page.request.fetch(route.request());
    isDone = true;
  });
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect.poll(() => isDone).toBe(true);
  await page.goto("about:blank");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await open(page, "/documents");
  await expect(heading(page)).toHaveText("Done: 2 new questions");
  await page.reload();
  await expect(heading(page)).toHaveText("Add documents");
  const other = await context.newPage();
  await open(other, "/documents");
  await expect(heading(other)).toHaveText("Add documents");
});

test("a connection that breaks while documents are taken in is bridged", async ({ page }) => {
  const { at } = aFolderOf({ "vpc.md": VPC });
  await open(page, "/documents");
  await page.getByLabel("Choose files").setInputFiles(at("vpc.md"));
  const breaking = async (route: Route) => {
    await page.request.fetch(route.request());
    await route.abort("connectionreset");
  };
  await page.route("**/confirm", breaking, { times: 1 });
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Done: 2 new questions");
});

test("files go six at once, and an archive after them alone", async ({ page }) => {
  const names = Array.from({ length: 9 }, (_, i) => `${i}.md`);
  const { at } = aFolderOf(Object.fromEntries(names.map((name) => [name, VPC])));
  writeFileSync(at("a.zip"), await aZip({ name: "aws/a.md", bytes: VPC }));
  let underWay = 0;
  const beside: Record<string, number> = {};
  await page.route("**/files?**", async (route) => {
    underWay += 1;
    beside[new URL(route.request().url()).searchParams.get("path") ?? ""] = underWay;
    await new Promise((resolve) => setTimeout(resolve, 300));
    underWay -= 1;
    await route.continue();
  });
  await open(page, "/documents");
  await page.getByLabel("Choose files").setInputFiles([at("a.zip"), ...names.map(at)]);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Preview: 10 documents, 20 questions",
  );
  expect(Math.max(...Object.values(beside))).toBe(6);
  expect(Object.entries(beside).at(-1)).toEqual(["a.zip", 1]);
});

test("leaving while files are sent takes nothing in, and is told", async ({ page }) => {
  const { at } = aFolderOf({ "vpc.md": VPC });
  await open(page, "/documents");
  await page.route("**/files?**", () => undefined);
  await page.getByLabel("Choose files").setInputFiles(at("vpc.md"));
  await expect(page.getByRole("heading", { name: "Sending your files" })).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "still being sent" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Add documents" })).toBeVisible();
  await expect(page.getByText("still being sent")).toHaveCount(0);
});

test("a file that changed since it was chosen, and a connection that breaks, are told apart", async ({
  page,
}) => {
  const { at } = aFolderOf({ "vpc.md": VPC, "other.md": VPC.replaceAll("VPC", "network") });
  await open(page, "/documents");
  await page.route("**/api/uploads", async (route) => {
    writeFileSync(at("other.md"), "# Shorter");
    await route.continue();
  });
  await page.getByLabel("Choose files").setInputFiles([at("vpc.md"), at("other.md")]);
  await expect(page.getByRole("list", { name: "Not taken" })).toHaveText(
    "other.md was not taken: It was changed or removed after you chose it. Choose it again.",
  );
  await page.getByRole("button", { name: "Discard" }).click();

  await page.route("**/files?**", (route) => route.abort("connectionreset"));
  await page.getByLabel("Choose files").setInputFiles([at("vpc.md")]);
  await expect(page.getByRole("alert").filter({ hasText: "does not answer" })).toBeVisible();
});

test("axe finds nothing in a preview, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const gaps = aDocument(...Array.from({ length: 6 }, () => ({ answer: null })));
  const answer =
    "- **Plan** by region, not by account\n- **Leave** half of each block free for growth\n- **Keep** a block of 4,096 addresses for each zone";
  const { folder } = aFolderOf({
    "aws/vpc.md": aDocument({ prompt: "How do you plan addresses?", answer }),
    "a-very-long-name-without-any-space-that-no-phone-can-show-in-one-line.md": gaps,
    "empty.md": "# Nothing",
  });
  await open(page, "/documents");
  await page.getByRole("button", { name: "Paste Markdown" }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel("Choose a folder").setInputFiles(folder);
  await entry(page, "Vpc").getByRole("button", { name: "Show the questions" }).click();
  await page
    .getByText(/^Answer, /)
    .first()
    .click();
  await expect(page.getByRole("list", { name: "Key points" }).first()).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("Done");
  expect(await accessibilityFaults(page)).toEqual([]);
});

type Question = {
  id: string;
  answer: string;
  topicPath: string[];
  memory: { reps: number };
  document: { path: string };
};

/** The first question of the document that the tests send. */
async function question(page: Page): Promise<Question> {
  const { items } = await (await page.request.get("/api/questions?limit=200")).json();
  return items.find(({ document }: Question) => document.path.endsWith("vpc.md"));
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([path = "", content = ""]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], path));
      return data;
    },
    [name, text],
  );
  await main(page).dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(page.getByText("Drop them to see what is in them")).toBeVisible();
  await main(page).dispatchEvent("drop", { dataTransfer: transfer });
}

test("of two tabs with versions of one document, the later one is shown anew what it would change", async ({
  page,
  context,
}) => {
  const { at } = aFolderOf({ "a/vpc.md": VPC, "b/vpc.md": VPC.replace("your own", "one's own") });
  const heading = (tab: Page) => tab.getByRole("heading", { level: 2 }).first();
  const other = await context.newPage();
  for (const [tab, file] of [
    [page, "a/vpc.md"],
    [other, "b/vpc.md"],
  ] as const) {
    await open(tab, "/documents");
    await tab.getByLabel("Choose files").setInputFiles(at(file));
    await expect(heading(tab)).toHaveText("Preview: 1 document, 2 questions");
  }
  await other.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(heading(other)).toHaveText("Done: 2 new questions");
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(page.getByText("Another version of “vpc.md” was added since")).toBeVisible();
  await expect(main(page)).toContainText("1 changed");
  await page.getByRole("button", { name: /^Add (this|these) document/ }).click();
  await expect(heading(page)).toHaveText("Done: 1 changed, 1 as before");
});
