"use server";

import { revalidatePath } from "next/cache";
import { appContext } from "@/lib/http/app-context";
import { guardAction } from "@/lib/http/guard-action";
import { sentForm } from "@/lib/http/sent-form";
import { answerAsk } from "@/lib/library/merges/answer-ask";
import { undoMerge } from "@/lib/library/merges/undo-merge";

/** Answers what a run would not decide by itself. It came without JavaScript too. */
export async function answer(_before: unknown, form: unknown) {
  await guardAction();
  const answered = await answerAsk(await appContext(), Object.fromEntries(sentForm(form)));
  revalidatePath("/", "layout");
  return answered;
}

/** Makes two questions again of what was made one. */
export async function undo(_before: unknown, form: unknown) {
  await guardAction();
  const undone = await undoMerge(await appContext(), Object.fromEntries(sentForm(form)));
  revalidatePath("/", "layout");
  return undone;
}
