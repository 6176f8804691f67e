import { existsSync } from "node:fs";
import { chromium } from "playwright";

/**
 * The Chromium that end-to-end tests use: the one named in CHROMIUM_PATH, Debian's, or Playwright's own.
 * @throws a sentence that says what to install, when there is none
 */
export function chromiumPath(): string {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`);
  }
  const found = ["/usr/bin/chromium", chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "End-to-end tests need Chromium: install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH.",
  );
}
