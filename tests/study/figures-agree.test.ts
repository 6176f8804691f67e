import fc from "fast-check";
import { expect, test } from "vitest";
import { v7 } from "uuid";
import { readinessOf } from "@/lib/domain/readiness";
import { sumOfFigures, type TopicFigures, type TopicNode } from "@/lib/domain/topic";
import { interviewView } from "@/lib/study/interview-view";
import { InterviewInput, putInterview } from "@/lib/study/interviews";
import { readiness } from "@/lib/study/readiness";
import { today } from "@/lib/study/today";
import { topicsView } from "@/lib/study/topics";
import { weakAreasTold, weakAreasView } from "@/lib/study/weak-areas";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { anyRating } from "@/tests/support/scheduling";
import { type Household, prepared } from "@/tests/support/store";

const TOPICS = ["A", "A › B", "A › C", "B"];
const QUESTIONS = 24;
const A_DAY = 24 * 60;

const anyInterview = fc.record({
  inDays: fc.integer({ min: 1, max: 40 }),
  a: fc.nat({ max: 3 }),
  ab: fc.nat({ max: 3 }),
});
const anyDay = fc.array(
  fc.record({
    question: fc.nat({ max: QUESTIONS - 1 }),
    rating: anyRating,
    given: fc.nat({ max: 7 }),
  }),
  { maxLength: 8 },
);

test("property: Today, Topics, Weak areas, Interview and what other programs are told agree to the digit", async () => {
  const copy = await prepared({ "content/a.md": aDocument(...questions()) }, async () => null);
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyDay, { minLength: 2, maxLength: 6 }),
      anyInterview,
      async (days, interview) => {
        const { household } = await copy();
        for (const day of days) await spend(household, day);
        expect(await figuresOnPages(household)).toMatchObject({ interview: null });
        await prepareFor(household, interview);
        const { interview: ahead, ...pages } = await figuresOnPages(household);
        expect(ahead).toEqual(pages.today);
        const told = await readiness(household, {});
        if (!told.ok) throw new Error(told.error.detail);
        expect(told.value.readiness).toBe(pages.all.readiness);
        expect(told.value.points).toEqual(pages.all.points);
        for (const { topic, readiness: of } of told.value.topics)
          expect(of).toBe(pages.today.find(([path]) => path === topic)?.[1].readiness);
      },
    ),
    { numRuns: 6 },
  );
}, 120_000);

/** What each page says of each topic, the same of all of them. */
async function figuresOnPages(household: Household) {
  const onToday = flat((await today(household)).topics);
  const onTopics = flat((await topicsView(household, { is: null, order: "document" })).topics);
  expect(onTopics).toEqual(onToday);
  const { ahead } = await interviewView(household);
  const { figures, map, areas } = await weakAreasView(household);
  const known = new Map(onToday);
  // A topic with others in it is on the map by its own questions alone.
  const leaves = onToday.filter(
    ([path]) => !onToday.some(([other]) => other.startsWith(`${path}/`)),
  );
  const onMap = map
    .flatMap(({ cells }) => cells)
    .filter(({ path }) => leaves.some(([leaf]) => leaf === path));
  expect(onMap.map(({ recall }) => recall)).toEqual(
    onMap.map(({ path }) => known.get(path)?.readiness ?? null),
  );
  const { areas: told } = (await weakAreasTold(household)).value;
  expect(told.map(({ topic, cause, loss }) => [topic, cause, loss])).toEqual(
    areas.map(({ path, cause, loss }) => [path, cause, loss]),
  );
  const unseen = areas.filter(({ cause, weight }) => cause === "unseen" && weight > 0);
  expect(unseen.length === 0 || figures.unseen > 0).toBe(true);
  return { today: onToday, interview: ahead && flat(ahead.topics), all: saidOf(figures) };
}

function flat(topics: readonly TopicNode[]): [string, ReturnType<typeof saidOf>][] {
  return topics.flatMap((topic) => [[topic.path, saidOf(topic)], ...flat(topic.children)]);
}

/** All that a page says of recall. */
function saidOf(figures: TopicFigures) {
  const { firm, shaky, unseen, gradedToday, points } = sumOfFigures([figures]);
  const { weighed } = figures;
  const told = readinessOf(figures);
  return {
    firm,
    shaky,
    unseen,
    gradedToday,
    readiness: told?.readiness ?? null,
    points: weighed.weight > 0 ? weighed.points : points,
  };
}

async function spend(
  household: Household,
  day: { question: number; rating: 1 | 2 | 3 | 4; given: number }[],
) {
  household.clock.wait(A_DAY);
  const ids = await questionIds(household);
  for (const { question, rating, given } of day) {
    const questionId = ids[question] ?? "";
    const points = await household.database.read.keyPoint.findMany({ where: { questionId } });
    const recalledKeyPointIds = points.flatMap(({ id }, i) => ((given >> i) % 2 ? [id] : []));
    await send(household, aReview(household, questionId, rating, { recalledKeyPointIds }));
  }
}

async function prepareFor(
  household: Household,
  { inDays, a, ab }: { inDays: number; a: number; ab: number },
) {
  const at = new Date(household.clock.now().getTime() + inDays * A_DAY * 60_000);
  const topics = [
    { topic: "a", importance: a },
    { topic: "a/b", importance: ab },
  ];
  const said = {
    id: v7(),
    title: "Acme",
    at: at.toISOString(),
    minutesPerDay: 20,
    days: [1, 3],
    topics,
  };
  const put = await putInterview(household, InterviewInput.parse({ ...said, active: true }));
  expect(put.ok).toBe(true);
}

function questions() {
  return Array.from({ length: QUESTIONS }, (_, i) => ({
    topic: TOPICS[i % TOPICS.length] ?? "",
    answer: `It rests on some things.\n\n- **First** of ${i}\n- **Second** of ${i}\n- **Third** of ${i}`,
  }));
}
