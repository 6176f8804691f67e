import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { readinessOf } from "@/lib/domain/readiness";
import { sumOfFigures } from "@/lib/domain/topic";
import { deleteInterview, InterviewInput, interviews, putInterview } from "@/lib/study/interviews";
import { readiness } from "@/lib/study/readiness";
import { today } from "@/lib/study/today";
import { topicView } from "@/lib/study/topics";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const DOCUMENTS = {
  "content/a.md": aDocument({ topic: "Security" }, { topic: "Security › IAM" }, { topic: "Cost" }),
};

describe("interviews", () => {
  test("are kept as they were said, and the same twice is once", async () => {
    const household = await aHousehold(DOCUMENTS);
    const interview = { topics: [{ topic: "security", importance: 3 }], days: [5, 1, 1] };
    const id = await put(household, interview);
    await put(household, { ...interview, id });
    expect((await interviews(household)).value.items).toEqual([
      {
        id,
        title: "Acme, platform engineer",
        at: new Date("2026-12-12T09:00:00.000Z"),
        minutesPerDay: 20,
        days: [1, 5],
        topics: [{ topic: "security", importance: 3 }],
        active: true,
        endedAt: null,
      },
    ]);
  });

  test("are prepared for one at a time, none once it is over, and none that was put away", async () => {
    const household = await aHousehold(DOCUMENTS);
    const first = await put(household);
    const second = await put(household);
    expect(await active(household)).toEqual([first]);
    await put(household, { id: second, active: true });
    expect(await active(household)).toEqual([second]);
    await put(household, { id: second, endedAt: "2026-12-12T10:00:00Z" });
    expect(await active(household)).toEqual([]);
    await put(household, { id: first, active: true });
    expect(await deleteInterview(household, { id: first })).toMatchObject({ ok: true });
    expect((await interviews(household)).value.items.map(({ id }) => id)).toEqual([second]);
    expect(await deleteInterview(household, { id: first })).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  test("of a topic that is not there are refused by its name, and change nothing", async () => {
    const household = await aHousehold(DOCUMENTS);
    const said = InterviewInput.parse(sent({ topics: [{ topic: "vim", importance: 1 }] }));
    expect(await putInterview(household, said)).toMatchObject({
      error: { kind: "invalid", detail: "There is no topic “vim”; nothing was saved." },
    });
    expect((await interviews(household)).value.items).toEqual([]);
  });

  test.each([
    { title: " " },
    { at: "tomorrow" },
    { minutesPerDay: 0 },
    { days: [] },
    { days: [8] },
    { topics: [{ topic: "security", importance: 4 }] },
    {
      topics: [
        { topic: "security", importance: 1 },
        { topic: "security", importance: 2 },
      ],
    },
  ])("can't be said so: %j", (wrong) => {
    expect(InterviewInput.safeParse(sent(wrong)).success).toBe(false);
  });
});

describe("readiness", () => {
  test("is told for the interview's day, by topic and by how much each matters, the same on every page", async () => {
    const household = await aHousehold(DOCUMENTS);
    const [first = "", second = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3), aReview(household, second, 4));
    expect(await readiness(household, {})).toMatchObject({ error: { kind: "not-found" } });
    await put(household, { topics: [{ topic: "cost", importance: 0 }] });

    const told = await readiness(household, {});
    if (!told.ok) throw new Error(told.error.detail);
    const { topics } = await today(household);
    expect(told.value).toMatchObject({
      at: new Date("2026-12-12T09:00:00Z"),
      questions: 3,
      seen: 2,
      ...readinessOf(sumOfFigures(topics)),
    });
    // Graded today, they are told of: the interview is on another day.
    expect(told.value.readiness).toBeGreaterThan(0.5);
    expect(told.value.topics.map(({ topic, importance }) => [topic, importance])).toEqual([
      ["security", 1],
      ["security/iam", 1],
      ["cost", 0],
    ]);
    const iam = await topicView(household, "security/iam");
    expect(told.value.topics[1]).toMatchObject({ ...(iam && readinessOf(iam.topic)) });
  });

  test("at any time to come falls with it, and is not told of the past", async () => {
    const household = await aHousehold(DOCUMENTS);
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3));
    const at = async (time: string) => {
      const told = await readiness(household, { at: new Date(time) });
      return told.ok ? told.value.readiness : told.error.kind;
    };
    expect(await at("2026-11-24T20:00:00Z")).toBe(0);
    expect(await at("2026-11-30T20:00:00Z")).toBeGreaterThan(
      Number(await at("2027-02-01T20:00:00Z")),
    );
    expect(await at("2026-11-22T20:00:00Z")).toBe("invalid");
  });

  test("is told for today again once the interview's time has come", async () => {
    const household = await aHousehold(DOCUMENTS);
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 3));
    await put(household, { at: "2026-12-01T09:00:00Z" });
    household.clock.wait(7 * 24 * 60);
    expect(await readiness(household, {})).toMatchObject({ error: { kind: "not-found" } });
  });
});

function sent(changes: object = {}) {
  return {
    id: v7(),
    title: "Acme, platform engineer",
    at: "2026-12-12T10:00:00+01:00",
    minutesPerDay: 20,
    days: [1, 2, 3, 4, 5],
    ...changes,
  };
}

async function put(household: Household, changes: object = {}): Promise<string> {
  const answer = await putInterview(household, InterviewInput.parse(sent(changes)));
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value.id;
}

async function active(household: Household): Promise<string[]> {
  const { items } = (await interviews(household)).value;
  return items.filter((interview) => interview.active).map(({ id }) => id);
}
