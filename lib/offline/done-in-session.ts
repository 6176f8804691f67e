import { asksAlso, studyAddress, type StudyScope } from "@/lib/domain/study-scope";
import { shortLine } from "@/lib/domain/first-line";
import type { Act, Session } from "@/lib/domain/session";
import { type DoneAct, isShownAlike } from "./done-act";
import type { Shown } from "./session-items";

/** An act of a session of this scope, as it is noted to be taken back. */
export function doneInSession(act: Act<Shown>, scope: StudyScope): DoneAct {
  const { id, item } = act;
  const { questionId, shown, flagged } = item;
  const session = { address: studyAddress(scope), act };
  const done = { id, questionId, name: shortLine(shown.prompt), flagged, session };
  return act.kind === "grade"
    ? { ...done, kind: act.kind, rating: act.rating }
    : { ...done, kind: act.kind };
}

/** The act that takes what was done back in this session too; null where that has no place in it. */
export function actToTakeBack(
  { acts, current }: Session<Shown>,
  scope: StudyScope,
  { id, session: from }: DoneAct,
): Act<Shown> | null {
  const own = acts.find((act) => act.id === id);
  if (own) return own;
  if (!from || !asksAlso(scope, from.address, from.act.item.topic)) return null;
  return !current || isShownAlike(from.act.item.shown, current.shown) ? from.act : null;
}
