import type { Besides } from "@/lib/domain/ahead";
import type { Interview } from "@/lib/domain/interview";
import type { Narrowed } from "@/lib/domain/listed";
import type { Mark, MarkCounts } from "@/lib/domain/list-marks";
import type { HeldBack, QueueCounts } from "@/lib/domain/queue";
import type { ListedQuestion } from "@/lib/domain/question";
import type { TopicNode } from "@/lib/domain/topic";
import type { Ahead } from "./session";
import type { WeakArea } from "@/lib/domain/weakness";

/** All topics in an order; and where they are narrowed to a mark, the questions that have it. */
export type TopicsView = NarrowedView & { topics: TopicNode[]; questions: ListedRow[] };

/** A topic with what lies in it. */
export type TopicView = NarrowedView & {
  topic: TopicNode;
  /** What there is to go on with where nothing of it waits. */
  besides: Besides;
  /** Those it lies in, topmost first. */
  above: TopicNode[];
  /** The first of its questions and of those below, or of those with the mark that it is narrowed to. */
  questions: ListedRow[];
};

/** How a list is narrowed and ordered, and how many there are with each mark. */
export type NarrowedView = {
  by: Narrowed;
  marks: MarkCounts;
};

/** A question in a list: how it stands, in words, and its marks. */
export type ListedRow = ListedQuestion & { answered: boolean; state: string; marks: Mark[] };

/** What there is to do now, what was done today, and how well each topic would be recalled. */
export type Today = Ahead & {
  /** Whether anything can be studied now; steps count as waiting before their time has come. */
  ready: boolean;
  counts: QueueCounts;
  /** What waits besides, and comes up on later days: the day's limits are used up. */
  heldBack: HeldBack;
  /** What that will take, and on how many answers this rests; 0 for a minute each, for want of any. */
  minutes: { minutes: number; answers: number };
  answeredToday: number;
  /** What recall is told for, and how many study days away; null where that is today. */
  interview: (Pick<Interview, "title" | "at"> & { daysLeft: number }) | null;
  /** How many answers there were on each day of the last four weeks, this one last. */
  lastWeeks: number[];
  topics: TopicNode[];
  /** What most is lost of, whether there is enough to say what is forgotten. */
  worst: { areas: WeakArea[]; enough: boolean };
  now: Date;
  zone: string;
};
