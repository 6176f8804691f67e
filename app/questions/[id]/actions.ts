"use server";

import { appContext } from "@/lib/http/app-context";
import { guardAction } from "@/lib/http/guard-action";
import { saveKeyPoints } from "@/lib/study/key-point-choices";
import { previewOwnText, saveOwnText } from "@/lib/study/own-words";

/** Saves a note or an own answer. */
export async function saveText(input: unknown) {
  await guardAction();
  return saveOwnText(await appContext(), input);
}

/** Shows a text as it will look. */
export async function previewText(input: unknown) {
  await guardAction();
  return previewOwnText(await appContext(), input);
}

/** Saves what was made of the key points. */
export async function savePoints(input: unknown) {
  await guardAction();
  return saveKeyPoints(await appContext(), input);
}
