import type { Group } from "./standing";

/** What depends on the time of what is made of questions: a moment of a study day, and its weights. */
export type Moment = {
  now: Date;
  studyDay: number;
  endOfDay: Date;
  endOfNextDay: Date;
  /** The study day that recall is told for: that of the interview that is prepared for, or today. */
  recallDay: number;
  weights: readonly number[];
};

/** Makes something of some questions once; it is the same until one of them changes. */
export function remembered<T>(make: (group: Group) => T): (group: Group) => T {
  const known = new WeakMap<Group, { made: T }>();
  return (group) => {
    const before = known.get(group) ?? { made: make(group) };
    known.set(group, before);
    return before.made;
  };
}

/**
 * The same of what depends on something else too, which says what it is by its values alone: for the
 * last few of it.
 */
export function rememberedBy<T extends object, On extends object>(
  make: (group: Group, on: On) => T,
): (group: Group, on: On) => T {
  const all = remembered(() => new Map<string, T>());
  return (group, on) => kept(all(group), textOf(on), () => make(group, on));
}

/** The same object is asked about once for each topic: it is written once. */
const texts = new WeakMap<object, string>();

function textOf(on: object): string {
  const text = texts.get(on) ?? JSON.stringify(on);
  texts.set(on, text);
  return text;
}

/**
 * The same of what depends on the time: until one of them changes, the study day ends, a step's time
 * comes or one is put off no longer.
 */
export function rememberedAt<T>(
  make: (group: Group, moment: Moment) => T,
): (group: Group, moment: Moment) => T {
  const known = new WeakMap<Group, { made: T; moment: Moment; until: number }>();
  return (group, moment) => {
    const before = known.get(group);
    const now = moment.now.getTime();
    if (before && now < before.until && isSince(moment, before.moment)) return before.made;
    const made = make(group, moment);
    known.set(group, { made, moment, until: nextTurn(group, moment) });
    return made;
  };
}

/**
 * The same of what depends on the day that recall is told for too, and on something besides: the last
 * few are kept.
 */
export function rememberedFor<T extends object>(
  make: (group: Group, moment: Moment, besides: number) => T,
): (group: Group, moment: Moment, besides: number) => T {
  const all = rememberedAt(() => new Map<string, T>());
  return (group, moment, besides) => {
    const key = `${moment.recallDay} ${besides}`;
    return kept(all(group, moment), key, () => make(group, moment, besides));
  };
}

const KEPT = 4;

function kept<T extends object>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  const [oldest = key] = known.keys();
  if (known.size > KEPT) known.delete(oldest);
  return found;
}

/** Whether a moment is of the same day as an earlier one. */
function isSince(moment: Moment, earlier: Moment): boolean {
  return (
    moment.now.getTime() >= earlier.now.getTime() &&
    moment.studyDay === earlier.studyDay &&
    moment.endOfDay.getTime() === earlier.endOfDay.getTime() &&
    moment.endOfNextDay.getTime() === earlier.endOfNextDay.getTime() &&
    isSame(moment.weights, earlier.weights)
  );
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((weight, i) => weight === b[i]));
}

/** When something of these questions is next another by the time alone. */
function nextTurn(group: Group, { now, endOfDay }: Moment): number {
  let next = endOfDay.getTime();
  const soonest = (date: Date | null) => {
    const time = date?.getTime() ?? 0;
    if (time > now.getTime() && time < next) next = time;
  };
  for (const { state, dueAt, buriedUntil } of group) {
    soonest(buriedUntil);
    if (state !== "review") soonest(dueAt);
  }
  return next;
}
