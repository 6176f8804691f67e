import { groupBy } from "@/lib/group-by";
import { type Random, shuffled } from "./seeded";

/** A question that a mock interview may ask. */
export type Candidate = {
  id: string;
  /** The address of its topic: its subtopic, where there is one. */
  topic: string;
  /** Of its topic, 0–3. */
  importance: number;
  /** Predicted at the date, 0–1; 0 for one never seen. */
  recall: number;
};

/** A question drawn, and how likely it was to be: above 0, up to 1. */
export type Drawn<T extends Candidate> = { candidate: T; chance: number };

/**
 * What is known for sure is drawn as if so much of it were missing: else what the model takes for known
 * would never be tested (a defensive mixture: A. Owen and Y. Zhou, Safe and effective importance
 * sampling, JASA 95, 2000).
 */
const MISSING_AT_LEAST = 0.25;

/**
 * Draws questions by importance × (1 − recall), over different topics: one of each subtopic before any
 * is asked a second one; all of them where there are not more than `count`. In an order by chance.
 * Among subtopics, and then among the questions of each, systematic sampling gives each exactly the
 * chance that is told (C.-E. Särndal, B. Swensson, J. Wretman, Model Assisted Survey Sampling, 1992,
 * section 3.6); subtopics of one topic stand beside each other in it, which spreads the draw over topics.
 */
export function drawMock<T extends Candidate>(
  candidates: readonly T[],
  count: number,
  random: Random,
): Drawn<T>[] {
  const subtopics = bySubtopic(
    candidates.filter(({ importance }) => importance > 0),
    random,
  );
  const { times, left } = fullRounds(
    subtopics.map(({ length }) => length),
    count,
  );
  const sizes = subtopics.map((questions) => (questions.length > times ? sum(questions) : 0));
  const chancesOfMore = chancesOf(sizes, left);
  const asksMore = new Set(chosen(chancesOfMore, random));
  const drawn = subtopics.flatMap((questions, i) => {
    const asked = times + (asksMore.has(i) ? 1 : 0);
    const counts = { asked, times, more: chancesOfMore[i] ?? 0 };
    return asked === 0 ? [] : drawnOf(shuffled(questions, random), counts, random);
  });
  return shuffled(drawn, random);
}

/** So many of a subtopic's; which of two numbers it is asked, the greater with a chance, tells theirs. */
function drawnOf<T extends Candidate>(
  questions: readonly T[],
  { asked, times, more }: { asked: number; times: number; more: number },
  random: Random,
): Drawn<T>[] {
  const sizes = questions.map(sizeOf);
  const [few, many] = [chancesOf(sizes, times), chancesOf(sizes, times + 1)];
  return chosen(asked > times ? many : few, random).flatMap((place) => {
    const candidate = questions[place];
    const chance = (1 - more) * (few[place] ?? 0) + more * (many[place] ?? 0);
    return candidate ? [{ candidate, chance }] : [];
  });
}

function sizeOf({ importance, recall }: Candidate): number {
  return importance * Math.max(MISSING_AT_LEAST, 1 - recall);
}

function sum(questions: readonly Candidate[]): number {
  return questions.reduce((all, question) => all + sizeOf(question), 0);
}

/** The questions of each subtopic, those of one topic beside each other; else the subtopics by chance. */
function bySubtopic<T extends Candidate>(candidates: readonly T[], random: Random): T[][] {
  const topics = groupBy(candidates, ({ topic }) => topic.split("/")[0] ?? "");
  return shuffled([...topics.values()], random).flatMap((ofTopic) =>
    shuffled([...groupBy(ofTopic, ({ topic }) => topic).values()], random),
  );
}

/** How many each subtopic is asked, where it has so many, and how many are left for another round. */
function fullRounds(questions: readonly number[], count: number): { times: number; left: number } {
  let [times, left] = [0, count];
  for (;;) {
    const open = questions.filter((one) => one > times).length;
    if (open === 0 || left < open) return { times, left };
    times += 1;
    left -= open;
  }
}

/** The chances of `count` to be drawn, in proportion to their sizes, and none above 1. */
function chancesOf(sizes: readonly number[], count: number): number[] {
  const chances = sizes.map(() => 0);
  let [open, left] = [sizes.flatMap((size, i) => (size > 0 ? [i] : [])), count];
  for (;;) {
    const all = open.reduce((total, i) => total + (sizes[i] ?? 0), 0);
    const certain = open.filter((i) => left * (sizes[i] ?? 0) >= all);
    for (const i of certain) chances[i] = 1;
    if (certain.length === 0) {
      for (const i of open) chances[i] = (left * (sizes[i] ?? 0)) / all;
      return chances;
    }
    left -= certain.length;
    open = open.filter((i) => !certain.includes(i));
    if (open.length === 0 || left <= 0) return chances;
  }
}

/** Which are drawn, each with its chance: those in whose part of the line a point falls, one apart each. */
function chosen(chances: readonly number[], random: Random): number[] {
  const first = random();
  let end = 0;
  return chances.flatMap((chance, i) => {
    const before = Math.floor(end - first + EXACT);
    end += chance;
    return Math.floor(end - first + EXACT) > before ? [i] : [];
  });
}

/** Sums of fractions are whole but for this. */
const EXACT = 1e-9;
