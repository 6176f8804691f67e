import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { beginSession } from "@/lib/domain/session";
import { actOn, gradeQuestion } from "@/lib/domain/session-acts";
import { sumOfCounts } from "@/lib/domain/queue";
import { toHeard } from "@/lib/offline/session-items";
import { studySession } from "@/lib/study/session";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { aDocument } from "@/tests/support/markdown";
import { aReview, send } from "@/tests/support/reviews";
import { anyRating } from "@/tests/support/scheduling";
import { aHousehold } from "@/tests/support/store";

test("property: what a session says is left after each act is what the server counts", async () => {
  const deeds = fc.array(fc.oneof(anyRating, fc.constant("bury" as const)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(deeds, async (given) => {
      const household = await aHousehold({ "content/a.md": aDocument({}, {}, {}, {}, {}) });
      const { value: wire } = await studySession(household, { limit: 30 });
      let session = beginSession(toHeard(wire, 30), household.clock.now());
      for (const deed of given) {
        const { current } = session;
        if (!current) return;
        household.clock.wait(1);
        const now = household.clock.now();
        const { questionId } = current;
        if (deed === "bury") {
          const action = { id: v7(), kind: deed, questionId, at: now.toISOString() };
          await takeActions(household, { actions: [action] });
          session = actOn(session, current, action, now);
        } else {
          const review = aReview(household, questionId, deed);
          await send(household, review);
          const grade = { id: review.id, rating: deed, missed: null };
          session = gradeQuestion(session, current, grade, now, household.learner.scheduling);
        }
        const { value: told } = await studySession(household, { limit: 30 });
        expect(session.left).toBe(sumOfCounts(told.counts));
      }
    }),
    { numRuns: 10 },
  );
});
