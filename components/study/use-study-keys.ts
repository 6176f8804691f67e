"use client";

import { useEffect, useRef } from "react";
import { areLetterKeysOff, takesKeys } from "@/components/ui/keys";
import { studyKey } from "./study-key";

type Keys = Record<string, () => void>;

/**
 * Calls what stands under the key pressed, unless the key belongs to something else: a text field,
 * a browser's shortcut, or, for Space and Enter, the control that has the focus; to a link Space is
 * nothing, and so it still shows the answer for who came here by that link.
 */
export function useStudyKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
      const isAltGraph = event.getModifierState("AltGraph");
      const pressed = { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, isAltGraph };
      const ours = studyKey(pressed);
      const run = latest.current[ours];
      if (!run || event.repeat || isSwitchedOff(ours, event) || belongsElsewhere(event)) return;
      event.preventDefault();
      run();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Letter keys can be switched off in Settings (WCAG 2.1.4). */
function isSwitchedOff(key: string, { ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false;
  return /^[a-zA-Z?]$/.test(key) && areLetterKeysOff();
}

function belongsElsewhere({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (takesKeys(target)) return true;
  if (key !== " " && key !== "Enter") return false;
  // On a checkbox Space ticks, and Enter goes on.
  const takes =
    key === " "
      ? "button, summary, input"
      : "a, button, summary, input:not([type=checkbox], [type=radio])";
  return target.closest(takes) !== null;
}
