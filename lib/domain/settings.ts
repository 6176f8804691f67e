/** When a learner's day begins. */
export type StudyDayRule = { zone: string; rolloverHour: number };

/** What a learner can choose about scheduling. */
export type ScheduleSettings = {
  /** Predicted recall at which a question comes back, 0.7–0.99. */
  desiredRetention: number;
  learningStepsMinutes: readonly number[];
  relearningStepsMinutes: readonly number[];
  maximumIntervalDays: number;
  /** Spread long intervals a little, so that questions learned together part. */
  fuzz: boolean;
};

export type DailyLimits = { newPerDay: number; duePerDay: number };

export type LearnerSettings = ScheduleSettings & DailyLimits;

/** One step each way: FSRS's own two learning steps would show each long answer twice in an evening. */
export const DEFAULT_SETTINGS: LearnerSettings = {
  desiredRetention: 0.9,
  learningStepsMinutes: [10],
  relearningStepsMinutes: [10],
  maximumIntervalDays: 365,
  fuzz: true,
  newPerDay: 20,
  duePerDay: 100,
};
