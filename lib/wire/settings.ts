import type { Rating } from "@/lib/domain/rating";
import type { RecallSettings } from "@/lib/domain/settings";

/** Every setting about scheduling, as its form shows it. */
export type SettingFields = Record<
  | "desiredRetention"
  | "newPerDay"
  | "duePerDay"
  | "learningSteps"
  | "relearningSteps"
  | "zone"
  | "rolloverHour",
  string
>;

export type SettingsView = {
  recall: RecallSettings;
  coverage: CoverageFigures;
  fields: SettingFields;
  zones: string[];
  /** Null when no question was studied. */
  workload: Workload | null;
};

/** What desired retentions ask for, and how many questions that rests on. */
export type Workload = {
  questions: number;
  rows: { desiredRetention: number; reviewsPerDay: number; chosen: boolean }[];
};

/** Why nothing was saved of how the learner recalls. */
export type RecallRefused = { detail: string };

/** What became of the grades that ticks proposed, of the newest reviews that had some. */
export type CoverageFigures = {
  /** How many reviews had a proposal. */
  assessed: number;
  /** How many it takes for the figures to say something. */
  needed: number;
  /** In how many the learner gave another grade. */
  overridden: number;
  /** By proposed grade: how many were reviewed again, and of how many that went well. */
  rows: { proposed: Rating; reviewed: number; succeeded: number }[];
};

/** Why nothing was saved: a sentence, one for each field that is wrong, and what was sent. */
export type SettingsRefused = {
  detail: string;
  faults: Partial<SettingFields>;
  fields: Partial<SettingFields>;
};

/** How a device shows the pages. */
export type Appearance = {
  theme: "system" | "light" | "dark";
  textSize: "small" | "normal" | "large" | "larger";
  readingWidth: "narrow" | "normal" | "wide";
  letterKeys: "on" | "off";
};
