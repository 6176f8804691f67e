import { z } from "zod";
import { instantOf } from "@/lib/domain/local-time";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { isStoreBusy } from "@/lib/use-case/failure";
import type { InterviewFields, InterviewRefused } from "@/lib/wire/interviews";
import { InterviewInput, putInterview } from "./interviews";

const FAULTS: Record<keyof InterviewFields, string> = {
  title: "Say who it is with, in up to 200 characters.",
  date: "Give a day to come.",
  time: "Give a time of day, as 10:00.",
  minutesPerDay: "Give a whole number of minutes from 1 to 720.",
  days: "Choose at least one day of the week.",
};

/** What a field of the form is called that says how much a topic matters. */
export const IMPORTANCE = "importance:";

const Sent = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  time: z.string(),
  minutesPerDay: z.string(),
});

/**
 * Saves the form of an interview, each field as the learner writes it, its time by the learner's zone.
 * Nothing is saved where any is wrong.
 */
export async function saveInterview(
  context: Context,
  form: FormData,
): Promise<Result<null, InterviewRefused>> {
  const sent = Sent.safeParse(Object.fromEntries(form));
  if (!sent.success) return err(refusal("The form came without all of its fields.", {}));
  const { id, title, minutesPerDay, ...local } = sent.data;
  const at = instantOf(local, context.learner.scheduling.zone);
  const said = InterviewInput.safeParse({
    id,
    title,
    at: at?.toISOString(),
    minutesPerDay: Number(minutesPerDay),
    days: form.getAll("days").map(Number),
    topics: importancesIn(form),
    active: true,
    endedAt: null,
  });
  const faults = said.success ? {} : faultsOf(said.error);
  if (!at && !/^\d\d:\d\d$/.test(local.time)) faults.time = FAULTS.time;
  else if (!at || at <= context.clock.now()) faults.date = FAULTS.date;
  if (!said.success || Object.keys(faults).length > 0)
    return err(refusal("Correct what is marked and save again.", faults));
  try {
    const put = await putInterview(context, said.data);
    return put.ok ? ok(null) : err(refusal(put.error.detail, {}));
  } catch (error) {
    if (!isStoreBusy(error)) throw error;
    return err(refusal("The store is busy. Save again.", {}));
  }
}

function refusal(remedy: string, faults: InterviewRefused["faults"]): InterviewRefused {
  return { detail: `Nothing was saved. ${remedy}`, faults };
}

function faultsOf({ issues }: z.ZodError): InterviewRefused["faults"] {
  const names = new Set(issues.map(({ path }) => path[0]));
  const { title, minutesPerDay, days } = FAULTS;
  return {
    ...(names.has("title") && { title }),
    ...(names.has("minutesPerDay") && { minutesPerDay }),
    ...(names.has("days") && { days }),
  };
}

/** What is left empty is as the topic around it. */
function importancesIn(form: FormData): { topic: string; importance: number }[] {
  return [...form]
    .filter(([name, value]) => name.startsWith(IMPORTANCE) && value !== "")
    .map(([name, value]) => ({ topic: name.slice(IMPORTANCE.length), importance: Number(value) }));
}
