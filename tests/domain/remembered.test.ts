import fc from "fast-check";
import { expect, test } from "vitest";
import { firstListed, firstNarrowed, unansweredIn } from "@/lib/domain/listed";
import type { Moment } from "@/lib/domain/remembered";
import type { Group } from "@/lib/domain/standing";
import { figuresOf } from "@/lib/domain/topic-figures";
import { firstWaitingIn, waitingIn, waitingNextDayIn } from "@/lib/domain/waiting";
import { weakestIn } from "@/lib/domain/weakest";
import { anyGroup, anyMs, momentAt } from "@/tests/support/standings";

test("property: whatever is remembered of questions is what they say at the moment", () => {
  const groups = fc.array(anyGroup, { minLength: 1, maxLength: 3 });
  const moments = fc.array(anyMs, { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(groups, moments, fc.boolean(), (all, times, inOrder) => {
      // A clock may be put back.
      for (const ms of inOrder ? times.toSorted((a, b) => a - b) : times) {
        const moment = momentAt(ms);
        expect(told(all, moment)).toEqual(told(all.map(copied), moment));
      }
    }),
  );
});

/** The same questions, of which nothing is remembered. */
function copied(group: Group): Group {
  return [...group];
}

const WANTED = { desiredRetention: 0.9 };

function told(groups: readonly Group[], moment: Moment) {
  return {
    figures: [0.9, 0.5].map((desiredRetention) =>
      groups.map((group) => figuresOf(group, moment, { desiredRetention })),
    ),
    later: groups.map((group) => figuresOf(group, { ...moment, recallDay: 30 }, WANTED)),
    waiting: waitingIn(groups, moment),
    nextDay: waitingNextDayIn(groups, moment),
    first: firstWaitingIn(groups, moment, 4),
    weakest: weakestIn(groups, moment, 4),
    asOfTomorrow: weakestIn(groups, { ...moment, studyDay: moment.studyDay + 1 }, 4),
    listed: firstListed(groups),
    due: firstNarrowed(groups, { is: "due", order: "recall" }, moment),
    unanswered: unansweredIn(groups),
  };
}
