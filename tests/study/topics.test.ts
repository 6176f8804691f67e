import { v7 } from "uuid";
import { expect, test } from "vitest";
import { questionList } from "@/lib/study/questions";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { narrowedBy, topicsView, topicTree, topicView } from "@/lib/study/topics";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

test("a topic's predicted recall is the sum of its questions' own, on every day anew", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}, {}) });
  const [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3), aReview(household, second, 1));
  for (const days of [9, 1]) {
    household.clock.wait(days * 24 * 60);
    const [topic] = await topicTree(household);
    const { items } = (await questionList(household, { limit: 10 })).value;
    const each = items.map(({ memory }) => memory.retrievability ?? 0);
    expect(topic).toMatchObject({ questions: 3, seen: 2, unseen: 1, gradedToday: 0, lapses: 0 });
    expect(topic?.recallSum).toBeCloseTo(
      each.reduce((sum, recall) => sum + recall, 0),
      6,
    );
  }
});

test("what was suspended, put off, flagged or asked is marked, counted and listed, of all topics and of one", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({ topic: "A" }, { topic: "A" }, { topic: "B" }),
  });
  const [first = "", second = "", third = ""] = await questionIds(household);
  await act(household, "suspend", first);
  await act(household, "bury", second);
  for (const id of [second, third]) await act(household, "flag", id);
  await act(household, "asked", third);

  const all = await topicsView(household, narrowedBy({ is: "flagged" }));
  expect(all.marks).toMatchObject({
    suspended: 1,
    buried: 1,
    flagged: 2,
    asked: 1,
    new: 3,
    due: 0,
  });
  expect(all.questions).toMatchObject([
    { id: second, state: "put off until tomorrow at 04:00", marks: ["new", "flagged", "buried"] },
    { id: third, state: "new", marks: ["new", "flagged", "asked"] },
  ]);
  const one = await topicView(household, "a", narrowedBy({ is: "suspended" }));
  expect(one).toMatchObject({
    marks: { suspended: 1, flagged: 1 },
    questions: [{ id: first, state: "suspended" }],
  });
  // What an address says besides is as if it were not said.
  expect(narrowedBy({ is: "odd", order: ["due"] })).toEqual({ is: null, order: "document" });
  expect((await topicsView(household, narrowedBy({}))).questions).toEqual([]);
});

async function act(household: Household, kind: string, questionId: string): Promise<void> {
  const at = household.clock.now().toISOString();
  await takeActions(household, { actions: [{ id: v7(), kind, questionId, at }] });
}
