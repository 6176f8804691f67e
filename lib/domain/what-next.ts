import type { Besides } from "./ahead";
import { MOST_STEPS, nextSteps, type Step } from "./next-steps";
import type { HeldBack } from "./queue";
import { practiceName } from "./session-words";
import { spokenTime } from "./spoken-time";
import type { StudyScope } from "./study-scope";
import { heldBackText, nothingWaitsText } from "./what-waits";

/** What a session ended with: of what scope it was, what comes of that, and what waits elsewhere. */
export type Ended = Besides & {
  scope: StudyScope;
  /** The topic studied; null for all. */
  topicTitle: string | null;
  answered: number;
  /** The session's id where something was missed in it; else null. */
  missedIn: string | null;
  /** How many of its scope are left, and whether any of them can be studied now. */
  left: number;
  ready: boolean;
  /** When the next of its scope comes up, of what was chosen otherwise a step of this session; null when none will. */
  nextDueAt: Date | null;
  endOfDay: Date;
  heldBack: HeldBack;
  /** How many wait outside of its scope. */
  elsewhere: number;
  /** Whether this is the session's own page, where it goes on by itself. */
  isHere: boolean;
};

/** How to go on: what is said of the scope, and what to do next, the best first. */
export type WhatNext = { heading: string; notes: string[]; steps: Step[] };

/** What is said where a session ends, naming its scope. */
export function whatNext(ended: Ended, now: Date, zone: string): WhatNext {
  const limits = limitsStep(ended);
  const steps = [...nextSteps(ended).slice(0, MOST_STEPS - limits.length), ...limits];
  const said = ended.ready ? partText(ended) : doneText(ended, now, zone);
  return { ...said, steps: steps.length > 0 ? steps : [stepWithoutQuestions(ended)] };
}

type Said = Pick<WhatNext, "heading" | "notes">;

/** Where it ended with more of its scope left. */
function partText({ scope, topicTitle, answered, left, elsewhere }: Ended): Said {
  const of = topicTitle === null ? "" : ` of ${topicTitle}`;
  const done = answered === 0 ? "" : `${answered} answered; `;
  const notes = scope.mode === "practice" ? [AS_IT_WAS] : [];
  return { heading: `${done}${left}${of} left${elsewhereText(elsewhere)}.`, notes };
}

function doneText(ended: Ended, now: Date, zone: string): Said {
  const { scope, answered, nextDueAt, endOfDay, heldBack, elsewhere, isHere } = ended;
  const comes = nextDueAt && nextDueAt > now ? nextDueAt : null;
  const returns = comes !== null && comes < endOfDay;
  const until = comes && `due until ${spokenTime(comes, now, zone)}`;
  const isDone = answered > 0 && !returns;
  const scoped = scopedText(ended, isDone, until);
  const notes = [
    scope.mode === "practice" && answered > 0 ? AS_IT_WAS : null,
    scoped && isDone && until ? `Nothing of it is ${until}.` : null,
    returns && isHere ? "It comes up here by itself; you can leave this page open." : null,
    heldBackText(heldBack),
  ];
  return {
    heading: scoped ? `${scoped}${elsewhereText(elsewhere)}.` : nothingWaitsText(ended, now, zone),
    notes: notes.filter((note) => note !== null),
  };
}

const AS_IT_WAS = "The schedule is as it was.";

/** What is said of a scope; null for all that waits. */
function scopedText(ended: Ended, isDone: boolean, until: string | null): string | null {
  const { scope, topicTitle: title } = ended;
  const of = title === null ? "" : ` of ${title}`;
  switch (scope.mode) {
    case "practice":
      return isDone ? `${practiceName(scope, of)} is done` : `There is nothing${of} to practise`;
    case "ahead":
      return until && !isDone
        ? `Nothing${of} is ${until}`
        : `There is nothing ${isDone ? "more" : "left"}${of} to study ahead today`;
    case "scheduled":
      if (scope.weakest) return weakestText(of, isDone, until);
      return title && topicText(title, isDone, until);
  }
}

function topicText(title: string, isDone: boolean, until: string | null): string {
  if (isDone) return `${title} is done`;
  return until ? `Nothing of ${title} is ${until}` : `There is nothing of ${title} to study now`;
}

function weakestText(of: string, isDone: boolean, until: string | null): string {
  if (isDone) return `What was weakest${of} is done`;
  if (until) return `Nothing of what was weakest${of} is ${until}`;
  return `There is nothing weak${of} left for today`;
}

function elsewhereText(elsewhere: number): string {
  if (elsewhere === 0) return "";
  return elsewhere === 1 ? "; one waits elsewhere" : `; ${elsewhere} wait elsewhere`;
}

/** Where what a day holds back is decided. */
export function changeOf({ byPlan }: HeldBack): Step {
  return byPlan
    ? { href: "/interview", text: "See the plan" }
    : { href: "/settings", text: "Change the limits" };
}

/** Where the day's limits are why there is nothing. */
function limitsStep({ ready, answered, heldBack }: Ended): Step[] {
  const isWhy = !ready && answered === 0 && heldBackText(heldBack) !== null;
  return isWhy ? [changeOf(heldBack)] : [];
}

/** Where there is no question to go on with. */
function stepWithoutQuestions({ answered, nextDueAt }: Ended): Step {
  if (answered > 0 || nextDueAt) return { href: "/", text: "Today" };
  return { href: "/documents", text: "Add documents" };
}
