import { breathe } from "@/lib/breathe";
import { allTopics } from "@/lib/db/topics";
import { importanceIn, USUAL_IMPORTANCE } from "@/lib/domain/interview";
import { ALL_TOPICS, type Mock, MOCK_BOUNDS } from "@/lib/domain/mock";
import { drawMock } from "@/lib/domain/mock-draw";
import { type Random, seeded } from "@/lib/domain/seeded";
import { daySoFar } from "@/lib/study/day-so-far";
import type { Context } from "@/lib/use-case/context";
import { newId } from "@/lib/use-case/ids";
import { type MockCandidate, mockCandidates } from "./mock-candidates";
import type { MockChoice } from "./mock-query";

/** A mock interview drawn; or how many questions there are, which are too few for one. */
export type Begun = { kind: "drawn"; mock: Mock } | { kind: "too few"; questions: number };

/** Draws a mock interview. Nothing of it is stored before its first grade: it is in its address. */
export async function beginMock(
  context: Context,
  { questions: count, topics, ...choice }: MockChoice,
  id = newId(),
): Promise<Begun> {
  const day = await daySoFar(context);
  const topic = topics === ALL_TOPICS ? null : topics;
  const interview = topics === null ? day.interview : null;
  const importanceOf = interview ? importanceIn(interview.topics) : () => USUAL_IMPORTANCE;
  const candidates = await mockCandidates(day, topic, importanceOf, count);
  if (candidates.length < MOCK_BOUNDS.questions.min)
    return { kind: "too few", questions: candidates.length };
  await breathe();
  const random = seeded(id);
  const drawn = drawMock(candidates, count, random);
  const importance = candidates.reduce((sum, one) => sum + one.importance, 0);
  const predicted = candidates.reduce((sum, one) => sum + one.importance * one.predicted, 0);
  const asked = new Set(drawn.map(({ candidate }) => candidate.id));
  const mock = {
    id,
    about: interview?.title ?? (await nameOf(context, topic)),
    ...choice,
    questions: drawn.map(({ candidate, chance }) => ({
      id: candidate.id,
      predicted: candidate.predicted,
      standsFor: candidate.importance / chance / importance,
      sibling: siblingOf(candidate, candidates, asked, random),
    })),
    of: { questions: candidates.length, predicted: predicted / importance },
  };
  return { kind: "drawn", mock };
}

/** One of another subtopic of the same topic. */
function siblingOf(
  { topic }: MockCandidate,
  candidates: readonly MockCandidate[],
  asked: ReadonlySet<string>,
  random: Random,
): string | null {
  const above = topic.includes("/") ? topic.slice(0, topic.lastIndexOf("/") + 1) : null;
  if (above === null) return null;
  const beside = candidates.filter(
    (other) => other.topic !== topic && other.topic.startsWith(above) && !asked.has(other.id),
  );
  return beside[Math.floor(random() * beside.length)]?.id ?? null;
}

async function nameOf({ database }: Context, topic: string | null): Promise<string> {
  if (topic === null) return "All topics";
  const topics = await allTopics(database.read);
  return topics.find(({ path }) => path === topic)?.title ?? topic;
}
