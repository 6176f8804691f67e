import { z } from "zod";
import { survivorOf } from "@/lib/db/merges";
import { askedIn, removeAsked, writeAsked } from "@/lib/db/study/debriefs";
import { findInterview, writeInterview } from "@/lib/db/study/interviews";
import { titlesByPath } from "@/lib/db/topics";
import { type Asked, importanceAfter, WENT } from "@/lib/domain/debrief";
import type { Interview, TopicImportance } from "@/lib/domain/interview";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, invalid, notFound, orBusy } from "@/lib/use-case/failure";
import { newId } from "@/lib/use-case/ids";
import type { DebriefView } from "@/lib/wire/interviews";
import { takeActions } from "./reviews/take-actions";
import { search } from "./search";

const MOST_OFFERED = 8;

/** What was asked in an interview, and the questions that `typed` finds; null where there is none of this id. */
export async function debriefView(
  context: Context,
  id: string,
  typed: string,
): Promise<DebriefView | null> {
  const known = await debriefed(context, id);
  if (!known) return null;
  const results = await search(context, { q: typed, limit: MOST_OFFERED });
  const titles = await titlesByPath(
    context.database.read,
    known.next.map(({ topic }) => topic),
  );
  const { zone } = context.learner.scheduling;
  return { ...known, typed, found: results.value.items, titles, zone };
}

type Debriefed = { interview: Interview; asked: Asked[]; next: TopicImportance[] };

/** What was asked in an interview, and how much topics shall matter for the next round. */
export async function debriefed(
  { database: { read }, learner }: Context,
  id: string,
): Promise<Debriefed | null> {
  const interview = await findInterview(read, learner.id, id);
  if (!interview) return null;
  const asked = await askedIn(read, id);
  const known = asked.flatMap(({ went, ...one }) =>
    one.questionId === null ? [] : [{ topic: one.topic, went }],
  );
  return { interview, asked, next: importanceAfter(interview.topics, known) };
}

const AskedForm = z
  .object({
    interviewId: z.string(),
    questionId: z.string().optional(),
    text: z.string().trim().max(2000, "a question may have up to 2,000 characters").optional(),
    went: z.enum(WENT, { error: "say how it went" }),
  })
  .refine(({ questionId, text }) => Boolean(questionId) !== Boolean(text), {
    error: "write down what was asked",
  });

/**
 * Notes what was asked in an interview and how it went: a question of a document, which is marked as
 * asked, or a text where no document has it. `input` is the form as sent.
 */
export async function noteAsked(
  context: Context,
  input: Record<string, unknown>,
): Promise<Result<null, Failure>> {
  const said = AskedForm.safeParse(input);
  if (!said.success)
    return err(invalid(`Nothing was noted: ${said.error.issues[0]?.message ?? ""}.`));
  const { interviewId, went, text = null } = said.data;
  const { database, learner, clock } = context;
  if (!(await findInterview(database.read, learner.id, interviewId)))
    return err(notFound("There is no such interview."));
  const at = clock.now();
  const questionId = await inUse(context, said.data.questionId);
  if (questionId === undefined) return err(notFound("There is no such question."));
  const asked = { id: newId(), interviewId, questionId, text: questionId ? null : text, went, at };
  return orBusy(
    (async () => {
      await database.write((tx) => writeAsked(tx, asked));
      const action = { id: newId(), kind: "asked", questionId, at: at.toISOString() };
      if (questionId) await takeActions(context, { actions: [action] });
      return ok(null);
    })(),
  );
}

/** A question by its id, or what it was merged into; null where none is named, undefined where there is none. */
async function inUse(
  { database }: Context,
  id: string | undefined,
): Promise<string | null | undefined> {
  if (!id) return null;
  return (await survivorOf(database.read, id)) ?? undefined;
}

/** Takes back that something was asked. */
export async function takeBackAsked(
  { database, learner, clock }: Context,
  { interviewId, id }: { interviewId: string; id: string },
): Promise<void> {
  if (!(await findInterview(database.read, learner.id, interviewId))) return;
  await database.write((tx) => removeAsked(tx, interviewId, id, clock.now()));
}

/** Says that an interview is over: it is no longer prepared for. */
export async function endInterview(
  { database, learner, clock }: Context,
  id: string,
): Promise<void> {
  const interview = await findInterview(database.read, learner.id, id);
  if (!interview) return;
  const now = clock.now();
  const over = { ...interview, active: false, endedAt: interview.endedAt ?? now };
  await database.write((tx) => writeInterview(tx, learner.id, over, now));
}
