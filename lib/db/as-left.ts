import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

/** What is damaged where nobody wrote is found within this time. */
const CHECKED_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * When a store's file was last read and found whole, if a clean stop left it just so and it was within a
 * week; else null. To read it anew takes seconds a gigabyte.
 */
export function knownWholeSince(file: string, now: Date): Date | null {
  const note = noteOf(file);
  if (!existsSync(note)) return null;
  const [left, checkedAt] = readFileSync(note, "utf8").split("\n");
  const sinceMs = now.getTime() - Number(checkedAt);
  const isKnown = left === identity(file) && sinceMs >= 0 && sinceMs < CHECKED_FOR_MS;
  return isKnown ? new Date(Number(checkedAt)) : null;
}

/** Notes how a stop leaves a file, and when it was found whole. */
export function noteAsLeft(file: string, wholeSince: Date): void {
  writeFileSync(noteOf(file), `${identity(file)}\n${wholeSince.getTime()}\n`);
}

function noteOf(file: string): string {
  return `${file}.checked`;
}

function identity(file: string): string {
  const { ino, size, mtimeMs } = statSync(file);
  const log = `${file}-wal`;
  return [ino, size, mtimeMs, existsSync(log) ? statSync(log).size : 0].join(" ");
}
