import { expect, test } from "vitest";
import type { Rating } from "@/lib/domain/rating";
import { questionView } from "@/lib/study/question-view";
import { studySession } from "@/lib/study/session";
import { settingsView } from "@/lib/study/settings";
import { studyQueue } from "@/lib/study/study-queue";
import { today } from "@/lib/study/today";
import { topicTree } from "@/lib/study/topics";
import { weakAreasView } from "@/lib/study/weak-areas";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const RIGHT = "2026-11-24T19:00:00Z";

test.each(["2026-11-24T18:00:00Z", "2026-11-21T19:00:00Z", "1970-01-01T00:00:00Z"])(
  "with the server's clock put back to %s every page answers, every grade is kept, and all comes up again",
  async (putBack) => {
    const household = await aHousehold({ "content/a.md": aDocument({}, {}, {}, {}, {}) });
    const ids = await questionIds(household);
    household.clock.set("2026-11-23T19:00:00Z");
    for (const id of ids) await send(household, aReview(household, id, 3));
    household.clock.set(RIGHT);
    const ratings: Rating[] = [1, 2, 3, 4];
    for (const [i, rating] of ratings.entries())
      await send(household, aReview(household, ids[i] ?? "", rating));

    household.clock.set(putBack);
    for (const figure of figuresIn(await pages(household, ids[0] ?? ""))) {
      expect(figure).not.toBeNaN();
      expect(figure).toBeGreaterThanOrEqual(0);
    }
    for (const id of ids) {
      const [graded] = await send(household, aReview(household, id, 1));
      expect(graded).toMatchObject({ status: "recorded" });
      expect(graded?.memory?.dueAt?.getTime()).toBeGreaterThan(household.clock.now().getTime());
    }

    household.clock.set("2027-11-24T19:00:00Z");
    const { value } = await studyQueue(household, { limit: 100 });
    expect(value.items).toHaveLength(ids.length);
    for (const id of ids) await send(household, aReview(household, id, 3));
    const rest = await studyQueue(household, { limit: 100 });
    expect(rest.value.items.filter(({ dueAt }) => dueAt && dueAt < value.now)).toEqual([]);
  },
);

/** All that a learner may look at. */
async function pages(household: Household, id: string): Promise<unknown> {
  return [
    await today(household),
    await topicTree(household),
    await weakAreasView(household),
    await settingsView(household),
    await studyQueue(household, { limit: 100 }),
    await studySession(household, { limit: 100 }),
    await questionView(household, { id }),
  ];
}

/** Every number in what a page is given, at any depth. */
function figuresIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.values(value).flatMap(figuresIn);
}
