import { RATING_NAMES } from "@/lib/domain/rating";
import type { DoneAct } from "@/lib/offline/done-act";

/** What is said when something other than a grade was done about a question, which was flagged or not. */
export function saidOf(kind: Exclude<DoneAct["kind"], "grade">, flagged: boolean): string {
  switch (kind) {
    case "suspend":
      return "Suspended: it won't come up until you resume it.";
    case "resume":
      return "It comes up again.";
    case "bury":
      return "Put off until tomorrow.";
    case "flag":
      return flagged ? "The flag is off this question." : "This question is flagged.";
    case "asked":
      return "Noted: you were asked this.";
    case "reset":
      return "Started over: it is new again, and its reviews are kept.";
  }
}

/** What is said when an act was taken back; it is named where its question is not the one shown. */
export function takenBackText(undone: DoneAct, isShown: boolean): string {
  const it = isShown ? "it" : `“${undone.name}”`;
  switch (undone.kind) {
    case "grade":
      return isShown ? "Taken back." : `Taken back: ${RATING_NAMES[undone.rating]} on ${it}.`;
    case "suspend":
      return `Taken back: ${it} is not suspended.`;
    case "resume":
      return `Taken back: ${it} does not come up.`;
    case "bury":
      return `Taken back: ${it} is not put off.`;
    case "flag":
      return `Taken back: ${isShown ? "this question" : it} is ${undone.flagged ? "flagged" : "not flagged"}.`;
    case "asked":
      return `Taken back: you were not asked ${isShown ? "this" : it}.`;
    case "reset":
      return `Taken back: ${it} is as it was before you started it over.`;
  }
}
