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
