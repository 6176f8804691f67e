import { z } from "zod";
import {
  findQuestion,
  listQuestions,
  type QuestionCursor,
  type QuestionWithMemory,
} from "@/lib/db/study/questions";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, notFound } from "@/lib/use-case/failure";
import { limitWithin, SoughtId, TopicPath } from "@/lib/use-case/inputs";
import type { QuestionList, StoredQuestionView } from "@/lib/wire/questions";
import { memoryView } from "./memory-view";

/** Opaque to callers: the last question of the page before. */
const Cursor = z
  .string()
  .regex(/^[^.]+\.\d{1,9}\.[^.]+$/, "is none that a list answered")
  .transform((text): QuestionCursor => {
    const [topicId = "", position = "", id = ""] = text.split(".");
    return { topicId, position: Number(position), id };
  });

export const QuestionsQuery = z.object({
  topic: TopicPath.optional(),
  cursor: Cursor.optional(),
  limit: limitWithin(50),
});

export const QuestionParams = z.object({ id: SoughtId });

/** Questions in use, a page at a time, by topic, position and id. */
export async function questionList(
  { database, learner, clock }: Context,
  { topic, cursor, limit }: z.infer<typeof QuestionsQuery>,
): Promise<Result<QuestionList, never>> {
  const page = { topic: topic ?? null, after: cursor ?? null, limit };
  const { items, next } = await listQuestions(database.read, learner.id, page);
  const now = clock.now();
  return ok({
    items: items.map((item) => view(item, { learner, now })),
    nextCursor: next && [next.topicId, next.position, next.id].join("."),
  });
}

/** One question with its memory, retired or not. */
export async function questionById(
  { database, learner, clock }: Context,
  { id }: z.infer<typeof QuestionParams>,
): Promise<Result<StoredQuestionView, Failure>> {
  const found = await findQuestion(database.read, learner.id, id);
  if (!found) return err(notFound("There is no such question."));
  return ok(view(found, { learner, now: clock.now() }));
}

function view(
  { question, stored }: QuestionWithMemory,
  { learner, now }: Pick<Context, "learner"> & { now: Date },
): StoredQuestionView {
  return { ...question, memory: memoryView(stored, learner, now) };
}
