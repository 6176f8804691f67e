"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { appContext } from "@/lib/http/app-context";
import { guardAction } from "@/lib/http/guard-action";
import { sentForm } from "@/lib/http/sent-form";
import { endInterview, noteAsked, takeBackAsked } from "@/lib/study/debrief";
import { saveInterview } from "@/lib/study/interview-form";
import { deleteInterview } from "@/lib/study/interviews";
import { setPlanOrder } from "@/lib/study/plan";

/** Saves the form of an interview, and shows how it stands. */
export async function save(_before: unknown, form: unknown) {
  await guardAction();
  const saved = await saveInterview(await appContext(), sentForm(form));
  if (!saved.ok) return saved;
  revalidatePath("/", "layout");
  redirect("/interview");
}

/** Says that an interview is over, and asks what was asked. */
export async function end(form: unknown) {
  await guardAction();
  const id = field(form, "id");
  await endInterview(await appContext(), id);
  revalidatePath("/", "layout");
  redirect(`/interview/${encodeURIComponent(id)}/debrief`);
}

/** Puts an interview away. */
export async function putAway(form: unknown) {
  await guardAction();
  await deleteInterview(await appContext(), { id: field(form, "id") });
  revalidatePath("/", "layout");
}

/** Puts the reviews of a planned day into another order. */
export async function setOrder(form: unknown) {
  await guardAction();
  await setPlanOrder(await appContext(), field(form, "order"));
  revalidatePath("/", "layout");
}

/** Notes what was asked. */
export async function note(form: unknown) {
  await guardAction();
  await noteAsked(await appContext(), Object.fromEntries(sentForm(form)));
  revalidatePath("/interview", "layout");
}

/** Takes back that something was asked. */
export async function takeBack(form: unknown) {
  await guardAction();
  const asked = { interviewId: field(form, "interviewId"), id: field(form, "id") };
  await takeBackAsked(await appContext(), asked);
  revalidatePath("/interview", "layout");
}

function field(form: unknown, name: string): string {
  const value = sentForm(form).get(name);
  return typeof value === "string" ? value : "";
}
