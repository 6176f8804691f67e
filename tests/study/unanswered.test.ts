import { expect, test } from "vitest";
import { saveOwnText } from "@/lib/study/own-words";
import { topicView } from "@/lib/study/topics";
import { unansweredQuestions } from "@/lib/study/unanswered";
import { aDocument } from "@/tests/support/markdown";
import { questionIds } from "@/tests/support/reviews";
import { aHousehold, documentList } from "@/tests/support/store";

test("questions without an answer are counted and listed apart, until the learner answers them", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({}, { answer: null }),
    "content/b.md": aDocument({ topic: "Storage", answer: null }),
  });
  const { count, questions } = await unansweredQuestions(household);
  expect([count, questions.length]).toEqual([2, 2]);
  expect((await documentList(household)).map(({ unanswered }) => unanswered)).toEqual([1, 1]);
  const topic = await topicView(household, "networking");
  expect(topic?.questions.map(({ answered }) => answered)).toEqual([true, false]);

  const [, second = ""] = await questionIds(household);
  const text = { questionId: second, markdown: "Mine", seenAt: null };
  await saveOwnText(household, { ...text, kind: "note" });
  expect((await unansweredQuestions(household)).count).toBe(2);
  await saveOwnText(household, { ...text, kind: "answer" });
  expect((await unansweredQuestions(household)).questions).toHaveLength(1);
  expect((await documentList(household)).map(({ unanswered }) => unanswered)).toEqual([0, 1]);
});
