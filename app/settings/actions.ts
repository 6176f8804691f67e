"use server";

import { revalidatePath } from "next/cache";
import { appContext } from "@/lib/http/app-context";
import { keepAppearance } from "@/lib/http/appearance";
import { guardAction } from "@/lib/http/guard-action";
import { sentForm } from "@/lib/http/sent-form";
import { ok } from "@/lib/result";
import { saveRecallSettings } from "@/lib/study/recall-settings";
import { saveSettings } from "@/lib/study/settings";

/** Saves the scheduling form. It came without JavaScript too; then the page answers it. */
export async function saveScheduling(_before: unknown, form: unknown) {
  await guardAction();
  const saved = await saveSettings(await appContext(), Object.fromEntries(sentForm(form)));
  if (saved.ok) revalidatePath("/", "layout");
  return saved;
}

/** Saves the form of how the learner recalls: what is not ticked isn't sent. */
export async function saveRecall(_before: unknown, form: unknown) {
  await guardAction();
  const sent = sentForm(form);
  const chosen = { tickPoints: sent.has("tickPoints"), bySections: sent.has("bySections") };
  const saved = await saveRecallSettings(await appContext(), chosen);
  if (saved.ok) revalidatePath("/", "layout");
  return saved;
}

/** Saves the form of this device. */
export async function saveAppearance(_before: unknown, form: unknown) {
  await guardAction();
  await keepAppearance(sentForm(form));
  revalidatePath("/", "layout");
  return ok(null);
}
