"use client";

import { useState } from "react";
import type { SessionItem } from "@/lib/domain/session";
import { draftNamed } from "@/lib/offline/drafts";
import { has } from "@/lib/offline/has";
import type { Shown } from "@/lib/offline/session-items";
import { useSuggested } from "./use-suggested";

type Draft = { text: string };

/**
 * What is typed to a question: kept through a reload until it is graded, and, once the answer is
 * open, the ids of the points that it seems to cover.
 */
export function useTyped(
  { questionId, shown }: SessionItem<Shown>,
  isTyped: boolean,
  isOpen: boolean,
) {
  const [text, setText] = useState(() => draftOf(questionId).kept()?.text ?? "");
  const suggested = useSuggested(text, shown, isTyped && isOpen);

  function write(next: string) {
    setText(next);
    draftOf(questionId).keep(next === "" ? null : { text: next });
  }
  return { text, suggested, write, drop: () => draftOf(questionId).keep(null) };
}

function draftOf(questionId: string) {
  return draftNamed(`typed ${questionId}`, isDraft);
}

function isDraft(kept: unknown): kept is Draft {
  return has(kept, "text") && typeof kept.text === "string";
}
