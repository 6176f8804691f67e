"use client";

import { useEffect, useRef } from "react";

type Keys = Record<string, () => void>;

/**
 * Calls what stands under the key pressed, unless the key belongs to something else: a text field,
 * a browser's shortcut, or, for Space and Enter, the control that has the focus; to a link Space is
 * nothing, and so it still shows the answer for who came here by that link.
 * Ctrl/⌘+Z counts as `u`.
 */
export function useStudyKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const run = latest.current[studyKey(event)];
      if (!run || event.repeat || belongsElsewhere(event)) return;
      event.preventDefault();
      run();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Letter keys can be switched off in Settings (WCAG 2.1.4). */
function isSwitchedOff(key: string): boolean {
  return /^[a-z?]$/i.test(key) && document.documentElement.dataset["letterKeys"] === "off";
}

function studyKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  if ((ctrlKey || metaKey) && !altKey && !shiftKey) return key.toLowerCase() === "z" ? "u" : "";
  return altKey || ctrlKey || metaKey || isSwitchedOff(key) ? "" : key;
}

const TAKES_KEYS = "textarea, select, [contenteditable], input:not([type=checkbox]), dialog[open]";

function belongsElsewhere({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TAKES_KEYS)) return true;
  if (key !== " " && key !== "Enter") return false;
  return (
    target.closest(key === " " ? "button, summary, input" : "a, button, summary, input") !== null
  );
}
