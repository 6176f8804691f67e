import { z } from "zod";
import type { SessionLength, StudyScope } from "@/lib/domain/study-scope";
import { CHOSEN_WAYS } from "@/lib/domain/way";
import { SoughtId, TopicPath, Weakest } from "@/lib/use-case/inputs";

/** So many questions can be named in an address. */
const MOST_NAMED = 100;

const Ids = z
  .string()
  .transform((text) => text.split(",").filter((id) => id !== ""))
  .pipe(z.array(SoughtId).max(MOST_NAMED));

/** Which questions a session has, as `/api/session` and the study page are asked. */
export const ScopeQuery = z.object({
  mode: z.enum(["scheduled", "practice", "ahead"]).optional(),
  topic: TopicPath.optional(),
  weakest: Weakest,
  q: z
    .string()
    .transform((typed) => (typed.trim() === "" ? undefined : typed))
    .optional(),
  questions: Ids.optional(),
  missedIn: SoughtId.optional(),
});
export type ScopeQuery = z.infer<typeof ScopeQuery>;

const Count = z.coerce.number().int().min(1).max(999);
const Way = z.enum(CHOSEN_WAYS);

/** The scope in the study page's address; what can't be read there is as if it were not. */
export function scopeOf(params: Record<string, unknown>): StudyScope {
  const { mode, topic, weakest, q, questions, missedIn } = ScopeQuery.shape;
  return {
    mode: readable(mode, params["mode"]) ?? "scheduled",
    topic: readable(topic, params["topic"]) ?? null,
    weakest: readable(weakest, params["weakest"]) ?? false,
    q: readable(q, params["q"]) ?? null,
    questions: readable(questions, params["questions"]) ?? [],
    missedIn: readable(missedIn, params["missedIn"]) ?? null,
    length: lengthOf(params),
    way: readable(Way, params["way"]) ?? null,
  };
}

function lengthOf(params: Record<string, unknown>): SessionLength | null {
  const questions = readable(Count, params["limit"]);
  if (questions !== undefined) return { questions };
  const minutes = readable(Count, params["minutes"]);
  return minutes === undefined ? null : { minutes };
}

function readable<T>(schema: z.ZodType<T>, said: unknown): T | undefined {
  return schema.safeParse(said).data;
}

/** A scope as the use cases are asked for its questions. */
export function queryOf(scope: StudyScope): ScopeQuery {
  const { mode, topic, weakest, q, questions, missedIn } = scope;
  return {
    mode,
    topic,
    weakest,
    ...(q !== null && { q }),
    ...(questions.length > 0 && { questions: [...questions] }),
    ...(missedIn !== null && { missedIn }),
  };
}
