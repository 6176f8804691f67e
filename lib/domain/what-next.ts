import type { Allowance } from "./queue";
import { spokenTime } from "./spoken-time";
import { heldBackText, nothingWaitsText } from "./what-waits";

/** What a session ended with: of what scope it was, what comes of that, and what waits elsewhere. */
export type Ended = {
  /** The topic studied; null for all. */
  topicTitle: string | null;
  /** Whether it was of what would be recalled worst, due or not. */
  weakest: boolean;
  answered: number;
  /** When the next of its scope comes up, of the weakest a step of this session; null when none will. */
  nextDueAt: Date | null;
  endOfDay: Date;
  heldBack: Allowance;
  /** How many wait outside of its scope. */
  elsewhere: number;
};

/** How to go on: what is said of the scope, and the one thing to do next. */
export type WhatNext = {
  heading: string;
  notes: string[];
  next: { href: string; text: string };
};

/** What is said where a session ends, naming its scope. */
export function whatNext(ended: Ended, now: Date, zone: string): WhatNext {
  const { topicTitle, weakest, answered, nextDueAt, endOfDay, heldBack, elsewhere } = ended;
  const comes = nextDueAt && nextDueAt > now ? nextDueAt : null;
  const returns = comes !== null && comes < endOfDay;
  const until = comes && `due until ${spokenTime(comes, now, zone)}`;
  const isDone = answered > 0 && !returns;
  const scoped = weakest
    ? weakestText(topicTitle, isDone, until)
    : topicTitle && topicText(topicTitle, isDone, until);
  const notes = [
    scoped && isDone && until ? `Nothing of it is ${until}.` : null,
    returns ? "It comes up here by itself; you can leave this page open." : null,
    heldBackText(heldBack),
  ];
  return {
    heading: scoped ? `${scoped}${elsewhereText(elsewhere)}.` : nothingWaitsText(ended, now, zone),
    notes: notes.filter((note) => note !== null),
    next: nextStep(ended),
  };
}

function topicText(title: string, isDone: boolean, until: string | null): string {
  if (isDone) return `${title} is done`;
  return until ? `Nothing of ${title} is ${until}` : `There is nothing of ${title} to study now`;
}

function weakestText(title: string | null, isDone: boolean, until: string | null): string {
  const of = title === null ? "" : ` of ${title}`;
  if (isDone) return `What was weakest${of} is done`;
  if (until) return `Nothing of what was weakest${of} is ${until}`;
  return `There is nothing weak${of} left for today`;
}

function elsewhereText(elsewhere: number): string {
  if (elsewhere === 0) return "";
  return elsewhere === 1 ? "; one waits elsewhere" : `; ${elsewhere} wait elsewhere`;
}

function nextStep({ answered, nextDueAt, heldBack, elsewhere }: Ended): WhatNext["next"] {
  if (elsewhere > 0) return { href: "/study", text: "Study the rest" };
  if (answered > 0 || nextDueAt) return { href: "/", text: "Today" };
  if (heldBackText(heldBack)) return { href: "/settings", text: "Change the limits" };
  return { href: "/documents", text: "Add documents" };
}
