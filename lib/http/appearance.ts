import { cookies } from "next/headers";
import type { Appearance } from "@/lib/wire/settings";

const COOKIE = "appearance";
const COOKIE_OPTIONS = {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  maxAge: 365 * 24 * 60 * 60,
} as const;

/** What the device that asks has chosen. */
export async function requestAppearance(): Promise<Appearance> {
  return readAppearance((await cookies()).get(COOKIE)?.value);
}

/** Keeps on the device, for a year, what its form says. */
export async function keepAppearance(form: FormData): Promise<void> {
  const value = new URLSearchParams(chosenAppearance(form)).toString();
  (await cookies()).set(COOKIE, value, COOKIE_OPTIONS);
}

/** The cookie's value, leniently: what is missing, unknown or junk is as by default. */
export function readAppearance(cookie: string | undefined): Appearance {
  return appearanceFrom(new URLSearchParams(cookie));
}

/** The same from the form that chooses it. A box that isn't ticked is not sent. */
export function chosenAppearance(form: FormData): Appearance {
  const letterKeys = form.has("letterKeys") ? "on" : "off";
  return { ...appearanceFrom(form), letterKeys };
}

/** What `<html>` carries for the style sheets, and for the session's keys. */
export function appearanceAttributes(appearance: Appearance) {
  return {
    "data-theme": appearance.theme,
    "data-text": appearance.textSize,
    "data-width": appearance.readingWidth,
    "data-letter-keys": appearance.letterKeys,
  };
}

/** The colour schemes that the browser paints in before any style sheet is there. */
export function colorScheme({ theme }: Appearance): "light dark" | "light" | "dark" {
  return theme === "system" ? "light dark" : theme;
}

function appearanceFrom(given: { get(name: string): unknown }): Appearance {
  return {
    theme: oneOf(given.get("theme"), ["system", "light", "dark"]),
    textSize: oneOf(given.get("textSize"), ["normal", "small", "large", "larger"]),
    readingWidth: oneOf(given.get("readingWidth"), ["normal", "narrow", "wide"]),
    letterKeys: oneOf(given.get("letterKeys"), ["on", "off"]),
  };
}

/** The value if it is one of those; else the first, the default. */
function oneOf<const T>(value: unknown, [first, ...others]: readonly [T, ...T[]]): T {
  return others.find((other) => other === value) ?? first;
}
