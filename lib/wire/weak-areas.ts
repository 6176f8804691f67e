import type { Cause, LostPoint } from "@/lib/domain/causes";
import type { MapTopic } from "@/lib/domain/loss-map";
import type { TopicFigures } from "@/lib/domain/topic";
import type { Trend } from "@/lib/domain/trend";
import type { WeakArea } from "@/lib/domain/weakness";

/** A key point that is lost, with what it says. */
export type NamedPoint = LostPoint & { text: string };

export type WeakAreaView = Omit<WeakArea, "points"> & {
  /** How its topic goes; null of what was never seen. */
  trend: Trend | null;
  points: NamedPoint[];
};

/** What is lost and why. */
export type WeakAreasView = {
  /** What recall is told for; null for today. */
  interview: { title: string; daysLeft: number } | null;
  /** Of all topics together. */
  figures: TopicFigures;
  /** Whether there is enough to say what is forgotten. */
  enough: boolean;
  /** What most is lost of first. */
  areas: WeakAreaView[];
  /** How many more there are, of which less is lost. */
  beyond: number;
  map: MapTopic[];
  /** The points lost most of all. */
  points: NamedPoint[];
};

/** The same for other programs. */
export type WeakAreas = {
  /** Questions graded at least once. */
  seen: number;
  enough: boolean;
  areas: {
    topic: string;
    titles: string[];
    cause: Cause;
    questions: number;
    seen: number;
    /** As the page prints it. */
    shown: number;
    loss: number;
    points: (Pick<NamedPoint, "keyPointId" | "text" | "missed" | "wrong"> & { assessed: number })[];
  }[];
};
