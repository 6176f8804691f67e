import fc from "fast-check";
import { expect, test } from "vitest";
import { v7 } from "uuid";
import {
  type Allowance,
  comesUpAt,
  type QueueCounts,
  sumOfCounts,
  waitsAs,
} from "@/lib/domain/queue";
import type { Rating } from "@/lib/domain/rating";
import { startOfStudyDay, studyDay } from "@/lib/domain/study-day";
import { readinessOf } from "@/lib/domain/readiness";
import { ratedIn, sumOfFigures, type TopicFigures, type TopicNode } from "@/lib/domain/topic";
import { questionList } from "@/lib/study/questions";
import { questionView } from "@/lib/study/question-view";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { undoReview } from "@/lib/study/reviews/undo-review";
import { studySession } from "@/lib/study/session";
import { studyQueue } from "@/lib/study/study-queue";
import { today } from "@/lib/study/today";
import { weakAreasView } from "@/lib/study/weak-areas";
import type { StoredQuestionView } from "@/lib/wire/questions";
import { aDocument } from "@/tests/support/markdown";
import { aReview, send } from "@/tests/support/reviews";
import { anyRating } from "@/tests/support/scheduling";
import { type Household, prepared } from "@/tests/support/store";

const TOPICS = ["A", "A › B", "A › B › C", "A › C", "B › A", "C"];
const QUESTIONS = 150;

/** An evening: what was graded, from where, and what was decided besides. */
type Evening = {
  days: number;
  graded: {
    question: number;
    rating: Rating;
    weakest: boolean;
    undone: boolean;
    practised: boolean;
  }[];
  decided: { question: number; kind: "suspend" | "resume" | "bury" | "reset" }[];
};

const question = fc.nat({ max: QUESTIONS - 1 });
const anyEvening: fc.Arbitrary<Evening> = fc.record({
  days: fc.integer({ min: 0, max: 5 }),
  graded: fc.array(
    fc.record({
      question,
      rating: anyRating,
      weakest: fc.boolean(),
      undone: fc.nat({ max: 9 }).map((n) => n === 0),
      practised: fc.nat({ max: 3 }).map((n) => n === 0),
    }),
    { minLength: 3, maxLength: 10 },
  ),
  decided: fc.array(
    fc.record({ question, kind: fc.constantFrom("suspend", "resume", "bury", "reset") }),
    { maxLength: 6 },
  ),
});
const anyLimits = fc.record({
  newPerDay: fc.nat({ max: 25 }),
  duePerDay: fc.nat({ max: 12 }),
});

test("property: the queue, the session, Today, Topics, Weak areas and each question agree with a plain recount", async () => {
  const copy = await prepared({ "content/a.md": aDocument(...manyQuestions()) }, studiedLastWeek);
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEvening, { minLength: 1, maxLength: 2 }),
      anyLimits,
      async (evenings, limits) => {
        const { household } = await copy();
        Object.assign(household.learner.scheduling, limits);
        const used = { day: 0, new: 0, review: 0 };
        for (const evening of evenings) {
          await spend(household, evening, used);
          const all = await allQuestions(household);
          expect(await told(household)).toEqual(recounted(household, all, used));
        }
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);

function manyQuestions() {
  return Array.from({ length: QUESTIONS }, (_, i) => ({ topic: TOPICS[i % TOPICS.length] ?? "" }));
}

/** A third of the questions, so that there is something due and something to recall. */
async function studiedLastWeek(household: Household) {
  const all = await allQuestions(household);
  const some = all.filter((_, i) => i % 3 === 0);
  await send(household, ...some.map(({ id }, i) => aReview(household, id, i % 4 === 0 ? 1 : 3)));
  household.clock.wait(7 * 24 * 60);
}

type Used = { day: number; new: number; review: number };

/** Lives through an evening, and books what it uses up of the limits, by what waited beforehand. */
async function spend(household: Household, evening: Evening, used: Used): Promise<void> {
  const { clock, learner } = household;
  clock.wait(evening.days * 24 * 60);
  const day = studyDay(clock.now(), learner.scheduling);
  if (day !== used.day) Object.assign(used, { day, new: 0, review: 0 });
  const all = await allQuestions(household);
  for (const { question: at, kind } of evening.decided)
    await takeActions(household, {
      actions: [{ id: v7(), kind, questionId: all[at]?.id, at: clock.now().toISOString() }],
    });
  for (const graded of evening.graded) {
    clock.wait(4);
    const { value } = await studyQueue(household, { limit: 7, weakest: graded.weakest });
    const { questionId = "", state, dueAt } = value.items[graded.question % 7] ?? {};
    if (questionId === "") continue;
    const mode = graded.practised ? "practice" : "scheduled";
    const review = aReview(household, questionId, graded.rating, { mode });
    await send(household, review);
    if (graded.practised) continue;
    if (graded.undone) await undoReview(household, { reviewId: review.id });
    else if (state === "new") used.new += 1;
    else if (state === "review" && dueAt && dueAt < value.endOfDay) used.review += 1;
  }
}

/** What the pages and the HTTP interface say, of all and of each topic. */
async function told(household: Household) {
  const { counts, heldBack, topics } = await today(household);
  const nodes = topics.flatMap(withBelow);
  const scopes = [];
  for (const node of [null, ...nodes]) {
    const topic = node?.path;
    const session = (await studySession(household, { topic, limit: 1 })).value;
    const { nextDueAt, dueTomorrow, elsewhere } = session;
    const figures = node ?? { ...sumOfFigures(topics), counts, heldBack };
    scopes.push({
      topic,
      session: { ...limited(session), nextDueAt, dueTomorrow, elsewhere },
      page: { ...limited(figures), ...recallOf(figures) },
    });
  }
  const recalls = new Map(nodes.map((node) => [node.path, readinessOf(node)?.readiness]));
  const { map } = await weakAreasView(household);
  const comeUp = [];
  for (const { id } of (await allQuestions(household)).slice(0, SHOWN)) {
    const view = await questionView(household, { id });
    comeUp.push(view.ok ? view.value.comesUpAt : undefined);
  }
  const leaves = new Set(
    nodes.flatMap(({ path, children }) => (children.length > 0 ? [] : [path])),
  );
  const otherwise = map
    .flatMap(({ cells }) => cells)
    .filter(({ path, recall }) => leaves.has(path) && recalls.get(path) !== recall);
  return { scopes, comeUp, recallsToldOtherwise: otherwise };
}

/** The same by going through all questions, and by what was booked as used up. */
function recounted({ clock, learner }: Household, all: StoredQuestionView[], used: Used) {
  const { scheduling } = learner;
  const { newPerDay, duePerDay } = scheduling;
  const now = clock.now();
  const day = studyDay(now, scheduling);
  const endOfDay = startOfStudyDay(day + 1, scheduling);
  const endOfNext = startOfStudyDay(day + 2, scheduling);
  const left = {
    new: Math.max(0, newPerDay - used.new),
    review: Math.max(0, duePerDay - used.review),
  };
  const paths = pathsInOrder(all);
  const total = sumOfCounts(queueOf(all).counts);
  return {
    scopes: [undefined, ...paths].map((topic) => {
      const within = all.filter(({ topic: path }) => isWithin(path, topic));
      const queue = queueOf(within);
      const elsewhere = total - sumOfCounts(queue.counts);
      return {
        topic,
        session: { ...queue, ...whatComes(within, queue.counts.review), elsewhere },
        page: { ...queue, ...recallIn(within) },
      };
    }),
    comeUp: all.slice(0, SHOWN).map(({ memory }) => comesUpAt(memory, scheduling)),
    recallsToldOtherwise: [],
  };

  function queueOf(questions: StoredQuestionView[]) {
    const waiting = { new: 0, learning: 0, review: 0 };
    for (const { memory } of questions) {
      const waits = waitsAs(memory, { now, endOfDay });
      if (waits) waiting[waits] += 1;
    }
    const { learning } = waiting;
    const unseen = Math.min(waiting.new, left.new);
    const review = Math.min(waiting.review, left.review);
    return {
      counts: { new: unseen, learning, review },
      heldBack: { new: waiting.new - unseen, review: waiting.review - review },
    };
  }

  function whatComes(questions: StoredQuestionView[], takenToday: number) {
    const times = (isReview: boolean) =>
      questions
        .filter(({ memory }) => (memory.state === "review") === isReview)
        .flatMap(({ memory }) => comesUpAt(memory, scheduling) ?? []);
    const steps = times(false);
    const reviews = times(true);
    const heldBack = left.review === 0 ? reviews.filter((at) => at < endOfDay) : [];
    const next = [
      ...steps,
      ...(duePerDay === 0 ? [] : reviews.map((at) => (heldBack.includes(at) ? endOfDay : at))),
    ];
    const stepsNextDay = steps.filter((at) => at >= endOfDay && at < endOfNext).length;
    const reviewsByThen = reviews.filter((at) => at < endOfNext).length - takenToday;
    return {
      nextDueAt: next.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
      dueTomorrow: stepsNextDay + Math.min(duePerDay, reviewsByThen),
    };
  }
}

/** How many questions are asked when they come up. */
const SHOWN = 12;

function limited({ counts, heldBack }: { counts: QueueCounts; heldBack: Allowance }) {
  return { counts, heldBack };
}

function recallOf(figures: TopicFigures) {
  const { questions, unseen, gradedToday, recallSum } = figures;
  return { questions, unseen, rated: ratedIn(figures), gradedToday, recallSum };
}

function recallIn(questions: StoredQuestionView[]) {
  const kept = questions.filter(({ memory }) => memory.state !== "new" && !memory.suspended);
  // Predicted recall is exactly 1 on the study day of a review, and on no other.
  const recalls = kept.map(({ memory }) => memory.retrievability ?? 0).filter((one) => one < 1);
  return {
    questions: questions.length,
    unseen: questions.filter(({ memory }) => memory.state === "new" && !memory.suspended).length,
    rated: recalls.length,
    gradedToday: kept.length - recalls.length,
    recallSum: expect.closeTo(
      recalls.reduce((a, b) => a + b, 0),
      5,
    ),
  };
}

/** Every topic that has questions, each before those in it. */
function pathsInOrder(all: StoredQuestionView[]): string[] {
  const paths = all.flatMap(({ topic }) =>
    topic.split("/").map((_, i, slugs) => slugs.slice(0, i + 1).join("/")),
  );
  return [...new Set(paths)].toSorted((a, b) => (a < b ? -1 : 1));
}

function isWithin(path: string, topic: string | undefined): boolean {
  return topic === undefined || path === topic || path.startsWith(`${topic}/`);
}

function withBelow(topic: TopicNode): TopicNode[] {
  return [topic, ...topic.children.flatMap(withBelow)];
}

async function allQuestions(household: Household): Promise<StoredQuestionView[]> {
  return (await questionList(household, { limit: 200 })).value.items;
}
