import type { Heard } from "@/lib/domain/session";
import { EVERYTHING, type StudyScope } from "@/lib/domain/study-scope";
import { askSession } from "./ask-session";
import { KEEP, keptHeard } from "./kept-queue";
import { keptPictures, keptSession, putSession } from "./kept-store";
import { noteKept } from "./last-kept";
import type { OutboxEntry } from "./outbox-entry";
import type { Shown, WireSession } from "./session-items";

/** A picture's address is that of its content: what is kept stays true. */
const PICTURES = /\/api\/media\/[0-9a-f]+/g;

/** Keeps what waits now, with its pictures, to be studied without the server. False where that did not go. */
export async function keepSession(): Promise<boolean> {
  const askedAt = Date.now();
  const asked = await askSession(EVERYTHING, KEEP, "");
  if (asked.kind === "failed") return false;
  const { wire, clockErrorMs } = asked;
  const texts = wire.items.flatMap(({ promptHtml, answerHtml }) => [promptHtml, answerHtml ?? ""]);
  const shown = new Set(texts.flatMap((html) => html.match(PICTURES) ?? []));
  const there = new Set(await keptPictures());
  const pictures = new Map<string, Blob>();
  for (const address of shown) {
    const response = there.has(address) ? null : await fetch(address).catch(() => null);
    if (response?.ok) pictures.set(address, await response.blob());
  }
  await putSession({ askedAt, clockErrorMs, today: wire }, pictures, shown);
  noteKept(askedAt);
  return true;
}

/** What waits of what is kept, after all that the outbox says was done; null where nothing is kept for a scope. */
export async function heardFromKept(
  scope: StudyScope,
  entries: readonly OutboxEntry[],
): Promise<Heard<Shown> | null> {
  const kept = await keptSession().catch(() => null);
  if (!kept) return null;
  return keptHeard(kept, entries, scope, new Date(Date.now() + kept.clockErrorMs));
}

/** A session to begin with, of what is kept and waits; null where nothing is kept. */
export async function sessionFromKept(
  entries: readonly OutboxEntry[],
): Promise<WireSession | null> {
  const kept = await keptSession().catch(() => null);
  if (!kept) return null;
  const now = new Date(Date.now() + kept.clockErrorMs);
  const heard = keptHeard(kept, entries, EVERYTHING, now);
  if (!heard) return null;
  const waits = new Set(heard.items.map(({ questionId }) => questionId));
  const items = kept.today.items.filter(({ questionId }) => waits.has(questionId));
  // Of which kind what is left is, a session does not ask.
  const counts = { new: 0, learning: 0, review: heard.left };
  return { ...kept.today, now: now.toISOString(), counts, items };
}
