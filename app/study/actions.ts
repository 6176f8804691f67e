"use server";

import { appContext } from "@/lib/http/app-context";
import { guardAction } from "@/lib/http/guard-action";
import { saveRecallSettings } from "@/lib/study/recall-settings";
import { saveWay } from "@/lib/study/settings";

/** Remembers how the learner recalls. */
export async function chooseWay(way: unknown): Promise<void> {
  await guardAction();
  await saveWay(await appContext(), way);
}

/** Keeps how the learner goes from recalling to grading. */
export async function saveRecall(changed: unknown) {
  await guardAction();
  return saveRecallSettings(await appContext(), changed);
}
