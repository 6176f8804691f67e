import { expect, test } from "vitest";
import { personalLearner } from "@/lib/db/learners";
import { saveRecallSettings } from "@/lib/study/recall-settings";
import { saveSettings, settingsView } from "@/lib/study/settings";
import { studySession } from "@/lib/study/session";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

test("what is chosen of recalling is kept, goes with the session, and outlives other settings", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  expect((await session(household)).settings).toMatchObject({
    tickPoints: true,
    bySections: false,
  });
  expect(await saveRecallSettings(household, { bySections: true })).toMatchObject({ ok: true });
  const chosen = await anew(household);
  expect(await saveRecallSettings(chosen, { tickPoints: false })).toMatchObject({ ok: true });
  const both = await anew(household);
  const { fields } = await settingsView(both);
  expect(await saveSettings(both, { ...fields, newPerDay: "7" })).toMatchObject({ ok: true });
  const after = await anew(household);
  expect((await session(after)).settings).toMatchObject({
    tickPoints: false,
    bySections: true,
    newPerDay: 7,
  });
  expect(await saveRecallSettings(after, { tickPoints: "yes" })).toMatchObject({ ok: false });
});

test("what became of proposed grades is told, and from how many; undone ones left out", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [a = "", b = ""] = await questionIds(household);
  const undone = aReview(household, b, 3, { proposedRating: 1 });
  await send(household, aReview(household, a, 3, { proposedRating: 2 }), undone);
  household.clock.wait(24 * 60);
  await send(household, aReview(household, a, 1, { proposedRating: 1 }), aReview(household, b, 3));
  household.clock.wait(24 * 60);
  await send(household, aReview(household, a, 2));
  await household.database.write((tx) =>
    tx.review.update({ where: { id: undone.id }, data: { undoneAt: household.clock.now() } }),
  );
  expect((await settingsView(household)).coverage).toEqual({
    assessed: 2,
    needed: 50,
    overridden: 1,
    rows: [
      { proposed: 1, reviewed: 1, succeeded: 1 },
      { proposed: 2, reviewed: 1, succeeded: 0 },
    ],
  });
});

async function session(household: Household) {
  return (await studySession(household, { limit: 1, weakest: false })).value;
}

/** The household as the next request finds it. */
async function anew(household: Household): Promise<Household> {
  const made = { id: "none", zone: "UTC", at: household.clock.now() };
  const learner = await personalLearner(household.database, made);
  return { ...household, learner };
}
