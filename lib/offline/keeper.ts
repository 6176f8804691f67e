import { keepApp } from "./keep-app";
import { keepSession } from "./kept-session";
import { lastKept } from "./last-kept";
import { outbox } from "./outbox";
import { showKeptPicture } from "./kept-pictures";

/** How old what is kept may be: after something was done since, and at all. */
const CHANGED_MS = 5 * 60_000;
const OLD_MS = 30 * 60_000;
const LOOK_EVERY_MS = 60_000;

/**
 * Keeps the app and what waits in this browser, to be opened and studied without the server, and keeps
 * it fresh while the page is looked at.
 */
export function startKeeping(): void {
  document.addEventListener("error", (event) => void showKeptPicture(event.target), true);
  void alone("app", keepApp);
  void alone("session", keepFresh);
  setInterval(() => {
    if (document.visibilityState === "visible") void alone("session", keepFresh);
  }, LOOK_EVERY_MS);
}

async function keepFresh(): Promise<void> {
  const keptAt = lastKept() ?? -Infinity;
  const age = Math.abs(Date.now() - keptAt);
  if (age < CHANGED_MS) return;
  const entries = age > OLD_MS ? [] : await outbox.entries();
  if (age > OLD_MS || entries.some(({ takenAt = 0 }) => takenAt > keptAt)) await keepSession();
}

/** In one tab at a time; what fails is tried again with the next page, or the next minute. */
async function alone(what: string, run: () => Promise<unknown>): Promise<void> {
  await navigator.locks
    .request(`rehearse-keep-${what}`, { ifAvailable: true }, async (lock) => lock && run())
    .catch(() => undefined);
}
