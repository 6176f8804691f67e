import { z } from "zod";
import {
  activeInterview,
  findInterview,
  interviewsOf,
  isOthersInterview,
  retireInterview,
  writeInterview,
} from "@/lib/db/study/interviews";
import { isTopicPath } from "@/lib/db/topics";
import type { Importance, Interview } from "@/lib/domain/interview";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { conflict, type Failure, invalid, notFound } from "@/lib/use-case/failure";
import { Id, SoughtId } from "@/lib/use-case/inputs";
import type { InterviewList } from "@/lib/wire/interviews";
import { Time } from "./reviews/batch";

export const IMPORTANCES = [0, 1, 2, 3] as const satisfies readonly Importance[];

const TopicImportance = z.object({
  topic: z.string().min(1).max(1000),
  importance: z.literal(IMPORTANCES, { error: "must be 0, 1, 2 or 3" }),
});

/** What an interview says but for its id. */
const Said = z.object({
  title: z.string().trim().min(1, "must not be empty").max(200),
  at: Time,
  minutesPerDay: z.number().int().min(1).max(720),
  days: z
    .array(z.number().int().min(1).max(7))
    .min(1, "must name a day of the week")
    .max(7)
    .transform((days) => [...new Set(days)].toSorted((a, b) => a - b)),
  topics: z
    .array(TopicImportance)
    .max(1000)
    .refine((topics) => new Set(topics.map(({ topic }) => topic)).size === topics.length, {
      error: "must name each topic once",
    })
    .default([]),
  /** Absent: as it is; a new one is active where no other is. */
  active: z.boolean().optional(),
  endedAt: Time.nullable().optional(),
});

/** An interview as it is sent to its own address. */
export const InterviewInput = Said.extend({ id: Id });
export type InterviewInput = z.infer<typeof InterviewInput>;

export const InterviewNamed = z.object({ id: SoughtId });

/** The learner's interviews, those put away left out, the latest first. */
export async function interviews({
  database,
  learner,
}: Context): Promise<Result<InterviewList, never>> {
  return ok({ items: await interviewsOf(database.read, learner.id) });
}

/** Makes an interview, or changes it into what is sent; twice is once. Answers it as it then is. */
export async function putInterview(
  { database, learner, clock }: Context,
  { active, endedAt, ...said }: InterviewInput,
): Promise<Result<Interview, Failure>> {
  const { read } = database;
  for (const { topic } of said.topics)
    if (!(await isTopicPath(read, topic)))
      return err(invalid(`There is no topic “${topic}”; nothing was saved.`));
  if (await isOthersInterview(read, learner.id, said.id))
    return err(conflict("This id is taken. Make another one."));
  const before = await findInterview(read, learner.id, said.id);
  const other = before ? null : await activeInterview(read, learner.id);
  const over = endedAt === undefined ? (before?.endedAt ?? null) : endedAt;
  const interview: Interview = {
    ...said,
    // What is over is not prepared for.
    active: over === null && (active ?? before?.active ?? other === null),
    endedAt: over,
  };
  await database.write((tx) => writeInterview(tx, learner.id, interview, clock.now()));
  return ok(interview);
}

/** Puts an interview away; it can be sent again. */
export async function deleteInterview(
  { database, learner, clock }: Context,
  { id }: z.infer<typeof InterviewNamed>,
): Promise<Result<{ id: string }, Failure>> {
  const known = await findInterview(database.read, learner.id, id);
  if (!known) return err(notFound("There is no such interview."));
  await database.write((tx) => retireInterview(tx, id, clock.now()));
  return ok({ id });
}
