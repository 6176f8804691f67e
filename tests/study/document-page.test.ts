import { expect, test } from "vitest";
import { documentPage } from "@/lib/study/document-page";
import { putAwayDocument } from "@/lib/library/documents";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, documentList, type Household } from "@/tests/support/store";

const POINTS = [
  "- **Route tables**: the longest prefix that matches wins over all others.",
  "- **Gateways**: an internet gateway is attached to the network as a whole.",
  "- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.",
].join("\n");

test("a document is its questions in its order, under their topics, each as dark as it would be recalled", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument(
      { topic: "A › B", answer: POINTS },
      { topic: "C" },
      { topic: "A › B", answer: null },
    ),
  });
  const [first = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3));
  expect((await read(household)).parts[0]?.questions[0]).toMatchObject({
    ink: 4,
    recall: "graded today",
  });
  household.clock.wait(40 * 24 * 60);
  const { parts, contents, figures, page, pages } = await read(household);
  expect(parts.map(({ titles, questions }) => [titles, questions.map(({ ink }) => ink)])).toEqual([
    [["A", "B"], [2]],
    [["C"], [0]],
    [["A", "B"], [0]],
  ]);
  expect(contents.map(({ topic, inks }) => [topic, inks])).toEqual([
    ["a/b", [2, 0]],
    ["c", [0]],
  ]);
  expect(figures).toMatchObject({ questions: 3, firm: 0, shaky: 1, unseen: 2 });
  expect(parts[0]?.questions[0]?.recall).toMatch(/^6\d\s% recall$/);
  expect(parts[1]?.questions[0]?.recall).toBe("not seen");
  expect(parts[2]?.questions[0]?.answerHtml).toBeNull();
  expect([page, pages]).toEqual([1, 1]);
});

test("a point that slips is lighter than one that is given, with its last marks beside it", async () => {
  const many = Array.from({ length: 10 }, () => ({ answer: POINTS }));
  const household = await aHousehold({ "content/a.md": aDocument(...many) });
  const first = await household.database.read.keyPoint.findMany({ where: { position: 0 } });
  for (let i = 0; i < 6; i += 1) {
    for (const { id, questionId } of first)
      await send(household, aReview(household, questionId, 3, { recalledKeyPointIds: [id] }));
    household.clock.wait(24 * 60);
  }
  const html = (await read(household)).parts[0]?.questions[0]?.answerHtml ?? "";
  const inks = [...html.matchAll(/data-ink="(\d)"><span data-lately><span[^>]*>([●○]+)/g)];
  expect(inks.map(([, , marks]) => marks)).toEqual(["●●●●●", "○○○○○", "○○○○○"]);
  const [given = 0, ...lost] = inks.map(([, ink]) => Number(ink));
  expect(Math.max(...lost)).toBeLessThan(given);
  expect(html).toContain("○○○○○<span>slipping</span>");
});

test("a long document comes in pages, and a question leads to its own", async () => {
  const long = aDocument(...Array.from({ length: 30 }, () => ({})));
  const household = await aHousehold({ "content/a.md": long });
  const ids = await questionIds(household);
  const first = await read(household);
  expect([first.page, first.pages, first.parts[0]?.questions.length]).toEqual([1, 2, 25]);
  const last = ids.at(-1) ?? "";
  for (const asked of [{ page: 2 }, { page: 99 }, { page: 1, question: last }]) {
    const { page, parts } = await read(household, asked);
    expect(page).toBe(2);
    expect(parts.flatMap(({ questions }) => questions.map(({ id }) => id))).toEqual(ids.slice(25));
  }
});

test("of a document that was put away nothing is shown, and of none nothing is found", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  const [document] = await documentList(household);
  await putAwayDocument(household, { id: document?.id ?? "" });
  expect(await read(household)).toMatchObject({ pages: 0, parts: [], retiredAt: expect.any(Date) });
  expect(await documentPage(household, { id: "none", page: 1 })).toMatchObject({ ok: false });
});

async function read(household: Household, asked: { page?: number; question?: string } = {}) {
  const [document] = await documentList(household);
  const view = await documentPage(household, { id: document?.id ?? "", page: 1, ...asked });
  if (!view.ok) throw new Error(view.error.detail);
  return view.value;
}
