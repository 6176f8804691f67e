import { expect, test } from "vitest";
import { questionList } from "@/lib/study/questions";
import { topicTree } from "@/lib/study/topics";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

test("a topic's predicted recall is the sum of its questions' own, on every day anew", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}, {}) });
  const [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3), aReview(household, second, 1));
  for (const days of [9, 1]) {
    household.clock.wait(days * 24 * 60);
    const [topic] = await topicTree(household);
    const { items } = (await questionList(household, { limit: 10 })).value;
    const each = items.map(({ memory }) => memory.retrievability ?? 0);
    expect(topic).toMatchObject({ questions: 3, seen: 2, rated: 2, gradedToday: 0, lapses: 0 });
    expect(topic?.recallSum).toBeCloseTo(
      each.reduce((sum, recall) => sum + recall, 0),
      6,
    );
  }
});
