import { z } from "zod";
import { type Learner, updateLearner } from "@/lib/db/learners";
import {
  isWithin,
  SETTING_BOUNDS,
  type StepsFault,
  stepsFromText,
  stepsText,
} from "@/lib/domain/settings";
import { isChosenWay } from "@/lib/domain/way";
import { zoneNamed } from "@/lib/domain/zone";
import { groupsWithin } from "@/lib/domain/standing";
import { reviewsPerDay, stabilityGroups, studiedQuestions } from "@/lib/domain/workload";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { coverageFigures } from "./coverage-figures";
import { isStoreBusy } from "@/lib/use-case/failure";
import type { SettingFields, SettingsRefused, SettingsView } from "@/lib/wire/settings";

const STEPS_FAULTS: Record<StepsFault, string> = {
  unreadable:
    "Give up to five times, each from 1 minute to under a day, as 10 or 1 10 or 10m 1h; or nothing.",
  "too many": "Give at most five steps.",
  "too short": "Give each step at least 1 minute.",
  "too long": "Give each step less than a day; from a day on the schedule decides.",
  "out of order": "Give the steps in order, as 10 60: none shorter than the one before it.",
};

/** The scheduling form, each field as the learner writes it; what comes out is what is stored. */
export const SettingsForm = z.object({
  desiredRetention: field("Give a percentage from 70 to 97, as 90.", shareOf),
  newPerDay: field("Give a whole number from 0 to 999.", wholeWithin(SETTING_BOUNDS.newPerDay)),
  duePerDay: field("Give a whole number from 0 to 9999.", wholeWithin(SETTING_BOUNDS.duePerDay)),
  learningSteps: steps(),
  relearningSteps: steps(),
  zone: field("There is no time zone of this name. Choose one from the list.", zoneNamed),
  rolloverHour: field("Give a whole hour from 0 to 23.", wholeWithin(SETTING_BOUNDS.rolloverHour)),
});

const ALTERNATIVES = [0.8, 0.85, 0.9, 0.95];

/** What the Settings page shows of the learner. */
export async function settingsView(context: Context): Promise<SettingsView> {
  const { database, learner } = context;
  const standings = await database.standings(learner.id);
  const groups = stabilityGroups(groupsWithin(standings, null));
  const { scheduling } = learner;
  const questions = studiedQuestions(groups);
  const chosen = scheduling.desiredRetention;
  const rows = [...new Set([...ALTERNATIVES, chosen])]
    .toSorted((a, b) => a - b)
    .map((one) => ({
      desiredRetention: one,
      reviewsPerDay: reviewsPerDay(groups, one, scheduling),
      chosen: one === chosen,
    }));
  const { tickPoints, bySections } = scheduling;
  return {
    recall: { tickPoints, bySections },
    coverage: await coverageFigures(context),
    fields: fieldsOf(learner),
    zones: zonesWith(scheduling.zone),
    workload: questions > 0 ? { questions, rows } : null,
  };
}

/**
 * Saves what the learner chose about scheduling; `input` is the form as sent. Nothing is saved when
 * any field is wrong. Past reviews, and the dates they gave, stay as they are.
 */
export async function saveSettings(
  { database, learner }: Context,
  input: Record<string, unknown>,
): Promise<Result<null, SettingsRefused>> {
  const form = SettingsForm.safeParse(input);
  if (!form.success) {
    const faults = faultsOf(form.error);
    const marked = Object.keys(faults).length === 1 ? "the marked field" : "the marked fields";
    const detail = `Nothing was saved. Correct ${marked} and save again.`;
    return err({ detail, faults, fields: asSent(input) });
  }
  const { learningSteps, relearningSteps, ...chosen } = form.data;
  const { maximumIntervalDays, fuzz, way, tickPoints, bySections } = learner.scheduling;
  const settings = {
    ...chosen,
    learningStepsMinutes: learningSteps,
    relearningStepsMinutes: relearningSteps,
    maximumIntervalDays,
    fuzz,
    way,
    tickPoints,
    bySections,
  };
  try {
    await database.write((tx) => updateLearner(tx, learner.id, settings));
  } catch (error) {
    if (!isStoreBusy(error)) throw error;
    const detail = "The store is busy; nothing was saved. Save again.";
    return err({ detail, faults: {}, fields: asSent(input) });
  }
  return ok(null);
}

/** Saves how the learner recalls; what is no way is passed over. */
export async function saveWay({ database, learner }: Context, way: unknown): Promise<void> {
  if (!isChosenWay(way)) return;
  const { weights: _kept, ...settings } = learner.scheduling;
  await database.write((tx) => updateLearner(tx, learner.id, { ...settings, way }));
}

function faultsOf({ issues }: z.ZodError): Partial<SettingFields> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}

/** The texts of the form as they came, for the learner to put right. */
function asSent(input: Record<string, unknown>): Partial<SettingFields> {
  const sent = SettingsForm.keyof().options.map((name) => [name, input[name]] as const);
  return Object.fromEntries(
    sent.map(([name, text]) => [name, typeof text === "string" ? text : ""]),
  );
}

function fieldsOf({ scheduling }: Learner): SettingFields {
  return {
    desiredRetention: String(Math.round(scheduling.desiredRetention * 1000) / 10),
    newPerDay: String(scheduling.newPerDay),
    duePerDay: String(scheduling.duePerDay),
    learningSteps: stepsText(scheduling.learningStepsMinutes),
    relearningSteps: stepsText(scheduling.relearningStepsMinutes),
    zone: scheduling.zone,
    rolloverHour: String(scheduling.rolloverHour),
  };
}

/** A field of text and what it says, or the sentence for what can't be read. */
function field<T>(fault: string, read: (text: string) => T | null) {
  return z.string({ error: fault }).transform((text, context) => {
    const value = read(text.trim());
    if (value === null) context.addIssue({ code: "custom", message: fault });
    return value ?? z.NEVER;
  });
}

/** A field of steps, or the sentence for what is wrong with them. */
function steps() {
  return z.string({ error: STEPS_FAULTS.unreadable }).transform((text, context) => {
    const read = stepsFromText(text);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: STEPS_FAULTS[read.error] });
    return z.NEVER;
  });
}

/** `90`, `92.5 %` → 0.9, 0.925. */
function shareOf(text: string): number | null {
  const [, percent = ""] = /^(\d{2}(?:[.,]\d)?)\s*%?$/.exec(text) ?? [];
  // By tenths of a percent: a quotient by 100 need not be the number that a person would write.
  const share = Math.round(Number.parseFloat(percent.replace(",", ".")) * 10) / 1000;
  return isWithin(share, SETTING_BOUNDS.desiredRetention) ? share : null;
}

function wholeWithin(bounds: { min: number; max: number }) {
  return (text: string): number | null =>
    /^\d{1,4}$/.test(text) && isWithin(Number(text), bounds) ? Number(text) : null;
}

/** All zones to choose from; the list of the clock leaves UTC out. */
function zonesWith(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", chosen])].toSorted();
}
