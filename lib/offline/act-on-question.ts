import { v7 as uuidv7 } from "uuid";
import { type DoneAct, undoEntry } from "./done-act";
import { doneActs } from "./done-acts";
import { outbox } from "./outbox";
import { tellTabs } from "./tabs";

/** A question, as far as something is done about it outside of a session. */
export type ActedOn = Pick<DoneAct, "questionId" | "name" | "flagged">;

export type PageAct = Exclude<DoneAct["kind"], "grade">;

/** Does something about a question: it is kept, goes to the server, and can be taken back. */
export async function actOnQuestion(kind: PageAct, question: ActedOn): Promise<void> {
  const [id, at] = [uuidv7(), new Date().toISOString()];
  const { questionId } = question;
  void doneActs.add({ id, kind, ...question, session: null });
  await outbox.add({ id, kind: "action", action: { id, kind, questionId, at } });
  tellTabs({ questionId, isGone: kind === "suspend" || kind === "bury" });
}

/** Takes back what the learner did last, wherever it was. Null when there is nothing. */
export async function takeLastBack(): Promise<DoneAct | null> {
  const undone = await doneActs.takeLast();
  if (!undone) return null;
  await outbox.add(undoEntry(undone, { id: uuidv7(), at: new Date().toISOString() }));
  tellTabs({ questionId: undone.questionId, isGone: false });
  return undone;
}
