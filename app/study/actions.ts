"use server";

import { appContext } from "@/lib/http/app-context";
import { guardAction } from "@/lib/http/guard-action";
import { saveWay } from "@/lib/study/settings";

/** Remembers how the learner recalls. */
export async function chooseWay(way: unknown): Promise<void> {
  await guardAction();
  await saveWay(await appContext(), way);
}
