"use client";

import { useEffect, useState } from "react";
import type { Shown } from "@/lib/offline/session-items";

/** The ids of the points that a typed answer seems to cover, once it is `isOver`. */
export function useSuggested(
  text: string,
  { prompt, answerHtml, keyPoints }: Pick<Shown, "prompt" | "answerHtml" | "keyPoints">,
  isOver: boolean,
): readonly string[] {
  const [suggested, setSuggested] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isOver || text.trim() === "" || keyPoints.length === 0) return undefined;
    let isGone = false;
    void (async () => {
      const { coveredPoints } = await import("@/lib/domain/typed/covered-points");
      const answer = (answerHtml ?? "").replaceAll(BLOCK_END, "\n");
      if (!isGone) setSuggested(coveredPoints(text, { prompt, answer, points: keyPoints }));
    })().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [isOver, text, prompt, answerHtml, keyPoints]);
  return suggested;
}

/** Where a sentence is over though no point says so. */
const BLOCK_END = /<\/(?:p|li|h\d|t[dhr]|pre|div|blockquote)>/g;
