import { askedOf, type StudyScope } from "@/lib/domain/study-scope";
import { addressOf } from "./ask";
import { retryAfterMs } from "./post-batch";
import { isSession, type WireSession } from "./session-items";
import type { Json } from "@/lib/wire/json";
import type { StudySession } from "@/lib/wire/session";

/** A session, and by how many ms this device's clock is behind the server's; or why there is none. */
export type Asked<Wire = WireSession> =
  | { kind: "answered"; wire: Wire; clockErrorMs: number }
  | { kind: "failed"; why: "unreachable" | "busy"; afterMs: number };

export type AskSession = (
  scope: StudyScope,
  limit: number,
  /** The session that asks: a practice is given nothing twice. */
  sessionId: string,
) => Promise<Asked>;

const LONGEST_MS = 30_000;

/** Asks the server what waits now. */
export async function askSession(
  scope: StudyScope,
  limit: number,
  sessionId: string,
): Promise<Asked<Json<StudySession>>> {
  const notIn = scope.mode === "practice" ? { notIn: sessionId } : {};
  const address = addressOf("GET /api/session", { ...askedOf(scope), ...notIn, limit });
  const askedAt = Date.now();
  const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST_MS) }).catch(
    () => null,
  );
  if (!response) return { kind: "failed", why: "unreachable", afterMs: 0 };
  const wire: unknown = response.ok ? await response.json().catch(() => null) : null;
  if (!isSession(wire)) return { kind: "failed", why: "busy", afterMs: retryAfterMs(response) };
  // It looked at its clock about half way.
  const clockErrorMs = new Date(wire.now).getTime() - (askedAt + Date.now()) / 2;
  return { kind: "answered", wire, clockErrorMs };
}
