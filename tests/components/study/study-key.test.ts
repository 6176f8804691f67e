import { describe, expect, test } from "vitest";
import { type KeyPress, studyKey } from "@/components/study/study-key";

const NONE = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  isAltGraph: false,
};

describe("a letter", () => {
  test.each([
    ["as it is", "u", "KeyU", "u"],
    ["under Caps Lock", "U", "KeyU", "u"],
    ["by its name on AZERTY, not by its place", "a", "KeyQ", "a"],
    ["m on AZERTY, which stands beside l", "m", "Semicolon", "m"],
    ["by its place on a Cyrillic layout", "г", "KeyU", "u"],
    ["by its place on a Greek one, in capitals", "Α", "KeyA", "a"],
    ["by its place on a Korean one", "ㅁ", "KeyA", "a"],
    ["by its place where an input method keeps it", "Process", "KeyS", "s"],
    ["by its place where a Turkish layout has ı", "ı", "KeyI", "i"],
    ["of a keyboard without places", "z", "", "z"],
  ])("%s", (_, key, code, is) => {
    expect(pressed({ key, code })).toBe(is);
  });

  test.each([
    ["a dead key", "Dead", "KeyY"],
    ["a letter where no letter of ours stands", "ж", "Semicolon"],
    ["a sign", "+", "BracketRight"],
  ])("is none: %s", (_, key, code) => {
    expect(pressed({ key, code })).not.toMatch(/^[a-z]$/);
  });

  test("is a capital with Shift, under Caps Lock too", () => {
    for (const key of ["a", "A"]) expect(pressed({ key, code: "KeyA", shiftKey: true })).toBe("A");
  });

  test("is not ours with Alt, AltGr or while something is composed", () => {
    const held = [{ altKey: true }, { isAltGraph: true }, { isComposing: true }];
    for (const with_ of held) expect(pressed({ key: "a", code: "KeyA", ...with_ })).toBe("");
  });
});

describe("a digit", () => {
  test.each([
    ["as it is", "3", "Digit3", "3"],
    ["on the number pad", "3", "Numpad3", "3"],
    ["by its place on AZERTY", '"', "Digit3", "3"],
    ["by its place where a letter stands there", "é", "Digit2", "2"],
    ["by its place in Arabic", "٣", "Digit3", "3"],
  ])("%s", (_, key, code, is) => {
    expect(pressed({ key, code })).toBe(is);
  });

  test("is none where a sign is meant, or the number pad moves", () => {
    expect(pressed({ key: "#", code: "Digit3", shiftKey: true })).not.toBe("3");
    expect(pressed({ key: "PageDown", code: "Numpad3" })).not.toBe("3");
  });
});

test("with Ctrl or ⌘ only z is ours, and takes back, on any layout", () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(pressed({ key: "z", code: "KeyW", ...held })).toBe("u");
    expect(pressed({ key: "Z", code: "KeyZ", ...held })).toBe("u");
    expect(pressed({ key: "я", code: "KeyZ", ...held })).toBe("u");
    expect(pressed({ key: "Z", code: "KeyZ", shiftKey: true, ...held })).toBe("");
    expect(pressed({ key: "3", code: "Digit3", ...held })).toBe("");
  }
});

test("other keys have their own names, and ? needs Shift on most layouts", () => {
  expect(pressed({ key: " ", code: "Space" })).toBe(" ");
  expect(pressed({ key: "Enter", code: "Enter" })).toBe("Enter");
  expect(pressed({ key: "?", code: "Slash", shiftKey: true })).toBe("?");
  expect(pressed({ key: "?", code: "Digit7", shiftKey: true })).toBe("?");
});

function pressed(press: Partial<KeyPress> & { key: string; code: string }): string {
  return studyKey({ ...NONE, ...press });
}
