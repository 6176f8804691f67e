/** What of a key press tells which key of ours it is. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing"
> & { isAltGraph: boolean };

/**
 * The key of ours that was pressed: a small letter, a capital where Shift is held, a digit, or the key's
 * own name; empty for none.
 * Letters go by what the layout says where that is Latin, else by their place on the keyboard, with
 * Caps Lock or without; digits by their place where a layout has signs there, as AZERTY does. Held with
 * Ctrl or ⌘ only `z` is ours, and counts as `u`.
 */
export function studyKey(press: KeyPress): string {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing, isAltGraph } = press;
  if (isComposing || altKey || isAltGraph) return "";
  const key = letter(press) ?? digit(press) ?? press.key;
  if (ctrlKey || metaKey) return key === "z" && !shiftKey ? "u" : "";
  return shiftKey && /^[a-z]$/.test(key) ? key.toUpperCase() : key;
}

/** An input method keeps the letter to itself, and says "Process" (UI Events, section 4.3.2). */
const NOT_SAID = new Set(["Process", "Unidentified"]);

function letter({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isLetter = /^\p{L}$/u.test(key) || NOT_SAID.has(key);
  return (isLetter && /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()) || null;
}

function digit({ key, code, shiftKey }: KeyPress): string | null {
  if (/^\d$/.test(key)) return key;
  return (!shiftKey && /^Digit([1-4])$/.exec(code)?.[1]) || null;
}
