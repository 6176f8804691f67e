import { z } from "zod";
import { answerAsk as bookAnswer, asksAlike, openAsk } from "@/lib/db/library/asks";
import type { Database } from "@/lib/db/client";
import type { Queries } from "@/lib/db/queries";
import { missingIn, retireAllMissing } from "@/lib/db/library/retire-asks";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { conflict, type Failure, notFound, orBusy } from "@/lib/use-case/failure";
import { Id } from "@/lib/use-case/inputs";
import { mergeQuestions } from "./merge-questions";

const Answer = z.object({
  ask: Id,
  answer: z.enum(["same", "different", "retire", "keep"]),
  /** For the other duplicates in the same two documents too. */
  alike: z.literal("on").optional(),
});
type Answer = z.infer<typeof Answer>["answer"];

const ANSWERS: Record<string, readonly Answer[]> = {
  same: ["same", "different"],
  part: ["same", "different"],
  duplicate: ["same", "different"],
  retire: ["retire", "keep"],
};

/**
 * Answers an ask. `same` takes the histories of both questions together, `different` closes it for
 * ever; `retire` puts away what is missing, `keep` leaves it in use. Answered twice is answered once.
 */
export async function answerAsk(context: Context, form: unknown): Promise<Result<null, Failure>> {
  return orBusy(answered(context, form));
}

async function answered(
  { database, clock }: Context,
  form: unknown,
): Promise<Result<null, Failure>> {
  const said = Answer.safeParse(form);
  const ask = said.success ? await openAsk(database.read, said.data.ask) : null;
  if (!said.success || !ask) return err(notFound("This was answered already, or answered itself."));
  const { answer, alike } = said.data;
  if (!ANSWERS[ask.kind]?.includes(answer)) return err(conflict("That is no answer to this."));
  const others = alike ? await asksAlike(database.read, ask.id) : [];
  // All at one time: by that they are taken back at once.
  const at = clock.now();
  for (const id of new Set([ask.id, ...others])) await answerOne(database, id, answer, at);
  return ok(null);
}

async function answerOne(database: Database, id: string, answer: Answer, at: Date): Promise<void> {
  await database.write(async (tx) => {
    const ask = await bookAnswer(tx, id, answer, at);
    if (!ask) return;
    if (answer === "retire") await retireAllMissing(tx, missingIn(ask.detail), at);
    if (answer === "same") await mergeAsked(tx, ask, at);
  });
}

type Pair = { id: string; kind: string; questionId: string | null; otherId: string | null };

async function mergeAsked(tx: Queries, { id: ask, kind, ...pair }: Pair, at: Date): Promise<void> {
  const { questionId: known, otherId: other } = pair;
  if (known === null || other === null) return;
  // What changed goes on as what the document has now; of two copies the older one stays.
  const [from, into] = kind === "duplicate" ? [other, known] : [known, other];
  await mergeQuestions(tx, { from, into, ask, isMissing: false }, at);
}
