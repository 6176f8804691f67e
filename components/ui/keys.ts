/** Whether letter keys, and signs like them, are switched off in Settings (WCAG 2.1.4). */
export function areLetterKeysOff(): boolean {
  return document.documentElement.dataset["letterKeys"] === "off";
}

/** Whether what has the focus takes keys for itself: somebody writes there, or chooses. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_KEYS) !== null;
}

const TAKES_KEYS =
  "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio]), dialog[open]";
