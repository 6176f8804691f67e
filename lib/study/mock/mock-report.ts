import { type MockReview, mockReviews, mockSessions } from "@/lib/db/study/mocks";
import { listedQuestions } from "@/lib/db/study/questions";
import { findSession, type SessionRow } from "@/lib/db/study/sessions";
import { titlesByPath } from "@/lib/db/topics";
import { type Mock, mockAddress } from "@/lib/domain/mock";
import { mockEstimate } from "@/lib/domain/mock-estimate";
import { followUps } from "@/lib/domain/mock-follow-ups";
import { meanScore, mockScore } from "@/lib/domain/mock-score";
import { groupBy } from "@/lib/group-by";
import type { Context } from "@/lib/use-case/context";
import type { MockHeld, MockReport, MockScored } from "@/lib/wire/mock";
import { mockOfScope } from "./mock-query";

/** As many of those before are listed. */
const MOST_EARLIER = 12;

/** The mock interviews that were held, the newest first. */
export async function mocksHeld({ database, learner }: Context): Promise<MockHeld[]> {
  const { read } = database;
  const sessions = await mockSessions(read, learner.id, MOST_EARLIER);
  const reviews = await mockReviews(
    read,
    learner.id,
    sessions.map(({ id }) => id),
  );
  const bySession = groupBy(reviews, ({ sessionId }) => sessionId);
  return sessions.flatMap((session) => {
    const mock = mockOfScope(session.scope);
    const scored = bySession.get(session.id) ?? [];
    return mock && scored.length > 0 ? [heldOf(session, mock, scored)] : [];
  });
}

/** What became of a mock interview; null where none of its grades has come. */
export async function mockReport(context: Context, id: string): Promise<MockReport | null> {
  const { database, learner } = context;
  const { read } = database;
  const session = await findSession(read, learner.id, id);
  const mock = session && mockOfScope(session.scope);
  if (!session || !mock) return null;
  const reviews = await mockReviews(read, learner.id, [id]);
  if (reviews.length === 0) return null;
  const titles = await titlesByPath(
    read,
    reviews.map(({ topic }) => topic),
  );
  const siblings = await listedQuestions(
    read,
    mock.questions.flatMap(({ sibling }) => sibling ?? []),
  );
  const items = reviews.map((review): MockScored => {
    const { askedId, questionId, prompt, rating, durationMs, points, topic } = review;
    const wanted = mock.questions.find(({ id: asked }) => asked === askedId)?.sibling;
    return {
      questionId,
      prompt,
      topicPath: titles.get(topic) ?? [],
      rating,
      durationMs,
      points,
      followUps: followUps(points),
      sibling: siblings.find((one) => one.id === wanted) ?? null,
    };
  });
  const held = await mocksHeld(context);
  const isBefore = (one: MockHeld) => one.startedAt < session.startedAt;
  const earlier = held.filter(isBefore);
  return {
    ...heldOf(session, mock, reviews),
    zone: learner.scheduling.zone,
    counts: reviews.some(({ counts }) => counts),
    minutes: mock.minutes,
    of: mock.of,
    topics: [...groupBy(items, ({ topicPath }) => topicPath[0] ?? "")].map(([title, some]) => ({
      title,
      items: some,
    })),
    held,
    before: earlier.find(({ about }) => about === mock.about) ?? null,
    goesOn: reviews.length < mock.questions.length ? mockAddress(mock) : null,
  };
}

function heldOf(
  { id, startedAt }: SessionRow,
  { about, questions, of }: Mock,
  scored: readonly MockReview[],
): MockHeld {
  const probes = questions.flatMap(({ id: asked, predicted, standsFor }) => {
    const review = scored.findLast(({ askedId }) => askedId === asked);
    return review ? [{ score: mockScore(review), predicted, standsFor }] : [];
  });
  // Those left out may be the ones that went badly: of a part nothing is measured.
  const isWhole = probes.length === questions.length;
  return {
    id,
    startedAt,
    about,
    scored: scored.length,
    questions: questions.length,
    score: meanScore(scored),
    estimate: isWhole ? mockEstimate(probes, of.predicted) : null,
  };
}
