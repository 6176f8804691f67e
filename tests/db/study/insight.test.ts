import { expect, test } from "vitest";
import { topicCounts } from "@/lib/db/study/insight";
import { forgettingCurve } from "@/lib/domain/schedule";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import { questionList } from "@/lib/study/questions";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

test("a topic's predicted recall is the sum of its questions' own", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}, {}) });
  const [first = "", second = ""] = await questionIds(household);
  await send(household, aReview(household, first, 3), aReview(household, second, 1));
  household.clock.wait(9 * 24 * 60);
  const { scheduling, id } = household.learner;
  const now = household.clock.now();
  const today = studyDay(now, scheduling);
  const [counts] = await topicCounts(household.database.read, id, {
    now,
    studyDay: today,
    endOfDay: startOfStudyDay(today + 1, scheduling),
    curve: forgettingCurve(scheduling.weights),
  });
  const { items } = (await questionList(household, { limit: 10 })).value;
  const each = items.map(({ memory }) => memory.retrievability ?? 0);
  expect(counts).toMatchObject({ questions: 3, seen: 2, rated: 2, gradedToday: 0, lapses: 0 });
  expect(counts?.recallSum).toBeCloseTo(
    each.reduce((sum, recall) => sum + recall, 0),
    6,
  );
});
