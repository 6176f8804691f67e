import { z } from "zod";
import { type Mock, MOCK_BOUNDS, MOCK_WAYS } from "@/lib/domain/mock";
import { Id, MadeId, TopicPath } from "@/lib/use-case/inputs";

const { questions, minutes } = MOCK_BOUNDS;

/** What a learner chooses before a mock interview; what can't be read there is as usual. */
export const MockChoice = z.object({
  questions: z.coerce.number().int().min(questions.min).max(questions.max).catch(questions.usual),
  minutes: z.coerce.number().int().min(minutes.min).max(minutes.max).catch(minutes.usual),
  way: z.enum(MOCK_WAYS).catch("say"),
  counts: z
    .literal("1")
    .transform(() => true)
    .catch(false),
  /** A topic's address, or `ALL_TOPICS`; null for those of the interview, and all without one. */
  topics: TopicPath.catch(null),
});
export type MockChoice = z.infer<typeof MockChoice>;

const Share = z.coerce.number<string>().min(0);
const Listed = z.string().transform((text) => text.split(","));

const MockQuery = z.object({
  id: MadeId,
  about: z.string().max(500),
  minutes: MockChoice.shape.minutes,
  way: MockChoice.shape.way,
  counts: MockChoice.shape.counts,
  questions: Listed.pipe(z.array(Id).min(1).max(questions.max)),
  predicted: Listed.pipe(z.array(Share.max(1))),
  standsFor: Listed.pipe(z.array(Share)),
  siblings: Listed.pipe(z.array(z.string().max(64))),
  of: z.coerce.number().int().min(0),
  mean: Share.max(1),
});

/** A mock interview from its address, or from what is kept of its session; null for what is none. */
export function mockFrom(params: Record<string, unknown>): Mock | null {
  const { data } = MockQuery.safeParse(params);
  if (!data) return null;
  const { predicted, standsFor, siblings, of, mean, ...mock } = data;
  return {
    ...mock,
    questions: data.questions.map((id, i) => ({
      id,
      predicted: predicted[i] ?? 0,
      standsFor: standsFor[i] ?? 0,
      sibling: siblings[i] || null,
    })),
    of: { questions: of, predicted: mean },
  };
}

/** The same from the text that is kept of a session. */
export function mockOfScope(scope: string): Mock | null {
  return mockFrom(Object.fromEntries(new URLSearchParams(scope)));
}
