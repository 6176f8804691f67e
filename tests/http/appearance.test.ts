import { describe, expect, test, vi } from "vitest";
import {
  appearanceAttributes,
  chosenAppearance,
  colorScheme,
  keepAppearance,
  readAppearance,
  requestAppearance,
} from "@/lib/http/appearance";

const DEFAULT = { theme: "system", textSize: "normal", readingWidth: "normal", letterKeys: "on" };
const CHOSEN = { theme: "dark", textSize: "larger", readingWidth: "wide", letterKeys: "off" };

// The device's cookies, where Next would have those of the request.
const jar = vi.hoisted(() => new Map<string, { value: string; options: unknown }>());
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: unknown) => jar.set(name, { value, options }),
  }),
}));

describe("a device that has chosen nothing", () => {
  test("is shown the defaults", () => {
    expect(readAppearance(undefined)).toEqual(DEFAULT);
  });

  test.each([
    "",
    "%",
    "null",
    "{}",
    "theme",
    "theme=",
    "theme=DARK&textSize=200%25",
    "&&==",
    "a=b",
  ])("nor one whose cookie is the junk “%s”", (cookie) => {
    expect(readAppearance(cookie)).toEqual(DEFAULT);
  });

  test("what is right in a cookie counts, whatever else is in it", () => {
    expect(readAppearance("theme=dark&textSize=huge&letterKeys=off&more=1")).toEqual({
      ...DEFAULT,
      theme: "dark",
      letterKeys: "off",
    });
  });
});

describe("the form", () => {
  test("is taken as it was filled in", () => {
    expect(chosenAppearance(aForm({ ...CHOSEN, letterKeys: "on" }))).toEqual({
      ...CHOSEN,
      letterKeys: "on",
    });
  });

  test("with an empty box switches the letter keys off", () => {
    const { letterKeys: _, ...others } = CHOSEN;
    expect(chosenAppearance(aForm(others))).toEqual(CHOSEN);
  });

  test("of junk is the defaults", () => {
    expect(chosenAppearance(aForm({ theme: "<script>", letterKeys: "x" }))).toEqual(DEFAULT);
  });

  test("is kept for a year and found by the next request, on every page", async () => {
    const { letterKeys: _, ...others } = CHOSEN;
    await keepAppearance(aForm(others));
    expect(await requestAppearance()).toEqual(CHOSEN);
    expect(jar.get("appearance")?.options).toEqual({
      path: "/",
      sameSite: "lax",
      httpOnly: true,
      maxAge: 31_536_000,
    });
  });
});

test("the page carries it for style sheets and keys", () => {
  expect(appearanceAttributes(readAppearance("theme=dark&readingWidth=narrow"))).toEqual({
    "data-theme": "dark",
    "data-text": "normal",
    "data-width": "narrow",
    "data-letter-keys": "on",
  });
});

test.each([
  ["system", "light dark"],
  ["light", "light"],
  ["dark", "dark"],
])("before any style sheet the theme %s paints in %s", (theme, scheme) => {
  expect(colorScheme(readAppearance(`theme=${theme}`))).toBe(scheme);
});

function aForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
