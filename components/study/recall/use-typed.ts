"use client";

import { useEffect, useState } from "react";
import type { SessionItem } from "@/lib/domain/session";
import { draftNamed } from "@/lib/offline/drafts";
import { has } from "@/lib/offline/has";
import type { Shown } from "@/lib/offline/session-items";

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
  const [suggested, setSuggested] = useState<readonly string[]>([]);

  useEffect(() => {
    if (!isTyped || !isOpen || text.trim() === "" || shown.keyPoints.length === 0) return undefined;
    let isOver = false;
    void (async () => {
      const { coveredPoints } = await import("@/lib/domain/typed/covered-points");
      const { prompt, answerHtml, keyPoints } = shown;
      const answer = (answerHtml ?? "").replaceAll(BLOCK_END, "\n");
      if (!isOver) setSuggested(coveredPoints(text, { prompt, answer, points: keyPoints }));
    })().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [isTyped, isOpen, text, shown]);

  function write(next: string) {
    setText(next);
    draftOf(questionId).keep(next === "" ? null : { text: next });
  }
  return { text, suggested, write, drop: () => draftOf(questionId).keep(null) };
}

/** Where a sentence is over though no point says so. */
const BLOCK_END = /<\/(?:p|li|h\d|t[dhr]|pre|div|blockquote)>/g;

function draftOf(questionId: string) {
  return draftNamed(`typed ${questionId}`, isDraft);
}

function isDraft(kept: unknown): kept is Draft {
  return has(kept, "text") && typeof kept.text === "string";
}
