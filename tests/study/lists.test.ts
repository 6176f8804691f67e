import { expect, test } from "vitest";
import { documentsView } from "@/lib/library/documents";
import { answerAsk } from "@/lib/library/merges/answer-ask";
import { recentMerges } from "@/lib/library/merges/merges";
import { openAsks } from "@/lib/library/merges/open-asks";
import { questionList } from "@/lib/study/questions";
import { studyQueue } from "@/lib/study/study-queue";
import { today } from "@/lib/study/today";
import { topicView } from "@/lib/study/topics";
import { unansweredQuestions } from "@/lib/study/unanswered";
import { weakAreasView } from "@/lib/study/weak-areas";
import { aDocument } from "@/tests/support/markdown";
import { aHousehold } from "@/tests/support/store";

test("lists are made without reading an answer", async () => {
  const household = await aHousehold({
    "content/a.md": aDocument({}, { prompt: "What is a route?", answer: null }),
    "content/b.md": aDocument({}),
  });
  for (const { id } of (await openAsks(household)).pairs)
    await answerAsk(household, { ask: id, answer: "same" });
  // Whatever asks for an answer from here on fails.
  await household.database.write(
    (tx) => tx.$executeRaw`ALTER TABLE "QuestionText" RENAME COLUMN "answer" TO "closed"`,
  );
  await expect(questionList(household, { limit: 50 })).rejects.toThrow("answer");

  expect((await unansweredQuestions(household)).questions).toHaveLength(1);
  expect((await studyQueue(household, { limit: 50 })).value.items).toHaveLength(2);
  expect(await recentMerges(household)).toHaveLength(1);
  const topic = await topicView(household, "networking");
  expect(topic?.questions.map(({ prompt }) => prompt)).toContain("What is a route?");
  await today(household);
  await documentsView(household);
  await weakAreasView(household);
});
