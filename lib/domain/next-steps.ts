import type { Besides } from "./ahead";
import { isOfWaiting, studyAddress, type StudyScope } from "./study-scope";

/** One thing to do next. */
export type Step = {
  href: string;
  text: string;
  /** It goes on with the session that ended, as long again. */
  goesOn?: true;
};

/** What there is to go on with. */
export type GoingOn = Besides & {
  scope: StudyScope;
  /** Of what was missed; null where there is none, or nothing was. */
  missedIn: string | null;
  /** Whether more of the scope can be studied now. */
  ready: boolean;
  /** How many wait outside of the scope. */
  elsewhere: number;
};

const AHEAD_AT_ONCE = 10;
const ALOUD = 3;
/** One button, and two quiet ones. */
export const MOST_STEPS = 3;

/** What to do next, the first best; at most three, and none where there is nothing. */
export function nextSteps(going: GoingOn): Step[] {
  const { scope, missedIn, ready, elsewhere } = going;
  const steps: (Step | false)[] = [
    ready && { href: studyAddress(scope), text: "Go on", goesOn: true },
    missedIn !== null && {
      href: studyAddress({ mode: "practice", missedIn }),
      text: "Go over these now",
    },
    elsewhere > 0 && {
      href: studyAddress({}),
      text: isOfWaiting(scope) ? "Study the rest" : "Study what waits",
    },
    ...(ready || elsewhere > 0 ? [] : [aheadStep(going)]),
    aloudStep(going),
  ];
  return steps.filter((step) => step !== false).slice(0, MOST_STEPS);
}

/** What to do where nothing of a topic, or of all, waits. */
export function stepsInstead(topic: string | null, besides: Besides): Step[] {
  const going = { scope: { topic }, ...besides };
  return [aheadStep(going), aloudStep(going)].filter((step) => step !== false);
}

type Within = Besides & { scope: Pick<StudyScope, "topic"> };

function aheadStep({ scope: { topic }, early }: Within): Step | false {
  const length = { questions: AHEAD_AT_ONCE };
  return early > 0 && { href: studyAddress({ mode: "ahead", topic, length }), text: "Study ahead" };
}

function aloudStep({ scope: { topic }, practicable }: Within): Step | false {
  const length = { questions: ALOUD };
  const href = studyAddress({ mode: "practice", topic, length, way: "say" });
  return practicable >= ALOUD && { href, text: "Rehearse three aloud" };
}
