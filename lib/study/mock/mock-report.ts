import { type MockReview, mockReviews, mockSessions } from "@/lib/db/study/mocks";
import { listedQuestions } from "@/lib/db/study/questions";
import { findSession, type SessionRow } from "@/lib/db/study/sessions";
import { titlesByPath } from "@/lib/db/topics";
import { type Mock, mockAddress } from "@/lib/domain/mock";
import { mockEstimate, type Probe, together } from "@/lib/domain/mock-estimate";
import { followUps } from "@/lib/domain/mock-follow-ups";
import { meanScore, mockScore } from "@/lib/domain/mock-score";
import type { Together } from "@/lib/domain/mock-texts";
import { groupBy } from "@/lib/group-by";
import type { Context } from "@/lib/use-case/context";
import type { MockHeld, MockReport, MockScored } from "@/lib/wire/mock";
import { mockOfScope } from "./mock-query";

/** As many of those before are listed. */
const MOST_EARLIER = 12;

/** One that was held, with what each of its questions says of the others. */
type Held = { mock: MockHeld; probes: Probe[] };

/** The mock interviews that were held, the newest first. */
export async function mocksHeld(context: Context): Promise<MockHeld[]> {
  return (await allHeld(context)).map(({ mock }) => mock);
}

async function allHeld({ database, learner }: Context): Promise<Held[]> {
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
  const held = await allHeld(context);
  const own = heldOf(session, mock, reviews);
  const before = held.filter(
    (one) => one.mock.startedAt < session.startedAt && one.mock.about === mock.about,
  );
  return {
    ...own.mock,
    zone: learner.scheduling.zone,
    counts: reviews.some(({ counts }) => counts),
    minutes: mock.minutes,
    of: mock.of,
    topics: [...groupBy(items, ({ topicPath }) => topicPath[0] ?? "")].map(([title, some]) => ({
      title,
      items: some,
    })),
    together: measuredWith(own, before, mock),
    held: held.map((one) => one.mock),
    before: before[0]?.mock ?? null,
    goesOn: reviews.length < mock.questions.length ? mockAddress(mock) : null,
  };
}

/** What it measures with those before it, as far as their memories are much the same. */
function measuredWith(own: Held, before: readonly Held[], { of }: Mock): Together | null {
  const since = own.mock.startedAt.getTime() - A_MONTH_MS;
  const lately = before.filter(
    ({ mock, probes }) => mock.startedAt.getTime() >= since && probes.length > 0,
  );
  if (own.probes.length === 0 || lately.length === 0) return null;
  const all = [own, ...lately];
  const estimate = mockEstimate(together(all.map(({ probes }) => probes)), of.predicted);
  return estimate && { ...estimate, mocks: all.length };
}

const A_MONTH_MS = 30 * 86_400_000;

function heldOf(
  { id, startedAt }: SessionRow,
  { about, questions, of }: Mock,
  scored: readonly MockReview[],
): Held {
  const probes = questions.flatMap(({ id: asked, predicted, standsFor }) => {
    const review = scored.findLast(({ askedId }) => askedId === asked);
    return review ? [{ score: mockScore(review), predicted, standsFor }] : [];
  });
  // Those left out may be the ones that went badly: of a part nothing is measured.
  const isWhole = probes.length === questions.length;
  const mock = {
    id,
    startedAt,
    about,
    scored: scored.length,
    questions: questions.length,
    score: meanScore(scored),
    estimate: isWhole ? mockEstimate(probes, of.predicted) : null,
  };
  return { mock, probes: isWhole ? probes : [] };
}
