import { expect, test } from "vitest";
import { v7 } from "uuid";
import { InterviewInput, putInterview } from "@/lib/study/interviews";
import { sheet } from "@/lib/study/sheet";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const POINTS = [
  "- **Route tables**: the longest prefix that matches wins over all others.",
  "- **Gateways**: an internet gateway is attached to the network as a whole.",
  "- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.",
].join("\n");

test("a sheet has each topic's points, what would be recalled least first", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument(
      { topic: "A", prompt: "One?", answer: POINTS },
      { topic: "A", prompt: "Two?", answer: POINTS },
      { topic: "B", prompt: "Three?" },
    ),
  });
  const [one = ""] = await questionIds(household);
  await send(household, aReview(household, one, 3));
  household.clock.wait(3 * 24 * 60);
  const { topics, interview } = await made(household);
  expect(interview).toBeNull();
  expect(
    topics.map(({ titles, questions }) => [titles, questions.map(({ prompt }) => prompt)]),
  ).toEqual([
    [["B"], ["Three?"]],
    [["A"], ["Two?", "One?"]],
  ]);
  const [unseen, seen] = topics[1]?.questions ?? [];
  expect(unseen).toMatchObject({ recall: "not seen", ink: 0 });
  expect(unseen?.points.map(({ text }) => text.slice(0, 8))).toEqual([
    "Route ta",
    "Gateways",
    "Endpoint",
  ]);
  expect(seen?.recall).toMatch(/% recall$/);
});

test("what matters most to the interview comes first, and what doesn't is left out", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({ topic: "A" }, { topic: "B › C" }, { topic: "B" }, { topic: "D" }),
  });
  const topics = [
    { topic: "a", importance: 0 },
    { topic: "b", importance: 3 },
    { topic: "b/c", importance: 2 },
  ];
  const at = "2026-12-12T09:00:00.000Z";
  const said = { id: v7(), title: "Acme", at, minutesPerDay: 20, days: [1], topics };
  await putInterview(household, InterviewInput.parse(said));
  const { topics: made1, interview } = await made(household);
  expect(interview).toEqual({ title: "Acme", at: new Date(at) });
  expect(made1.map(({ path }) => path)).toEqual(["b", "d"]);
  expect(made1[0]?.questions.map(({ prompt }) => prompt)).toEqual([
    "What does question 3 of B ask?",
    "What does question 2 of B › C ask?",
  ]);
});

test("a topic fits on a page: what has no room is counted, and what is suspended is left out", async () => {
  const many = Array.from({ length: 40 }, () => ({ topic: "A › B", answer: POINTS }));
  const household = await aHousehold({ "content/a.md": aDocument(...many) });
  const [first = ""] = await questionIds(household);
  const at = household.clock.now().toISOString();
  await takeActions(household, { actions: [{ id: v7(), kind: "suspend", questionId: first, at }] });
  const [topic] = (await made(household, "a/b")).topics;
  expect(topic?.titles).toEqual(["A", "B"]);
  const shown = topic?.questions.length ?? 0;
  expect(shown).toBeGreaterThan(8);
  expect(shown).toBeLessThan(25);
  expect(topic?.beyond).toBe(39 - shown);
  expect(await sheet(household, { topic: "none" })).toMatchObject({ ok: false });
});

test("of many topics a few are made at once, and the others named", async () => {
  const many = Array.from({ length: 8 }, (_, i) => ({ topic: `T${i}` }));
  const household = await aHousehold({ "content/a.md": aDocument(...many) });
  const { topics, others } = await made(household);
  expect([topics.length, others.map(({ title }) => title)]).toEqual([6, ["T6", "T7"]]);
});

async function made(household: Household, topic?: string) {
  const view = await sheet(household, { topic });
  if (!view.ok) throw new Error(view.error.detail);
  return view.value;
}
