import { createHash } from "node:crypto";
import { z } from "zod";
import { breathe } from "@/lib/breathe";
import { isDiskFull } from "@/lib/use-case/disk-full";
import { isStoreBusy } from "@/lib/use-case/failure";
import type { ItemResult } from "@/lib/wire/reviews";

/** A time as callers send it: RFC 3339 with an offset, of a year that some clock may show. */
export const Time = z.iso
  .datetime({ offset: true, error: "must be a time as 2026-11-24T19:00:00.000Z" })
  .transform((text) => new Date(text))
  .refine((time) => time >= EARLIEST && time < LATEST, "must be of the years 1970 to 2199");

const EARLIEST = new Date("1970-01-01T00:00:00Z");
const LATEST = new Date("2200-01-01T00:00:00Z");

/** The items of a batch. Each stands alone: a malformed one is rejected by itself. */
export const Items = z.array(z.unknown()).min(1).max(200);

/**
 * What becomes of each item, in their order, with room for other work between any two. One that meets
 * a fault of ours is neither taken nor refused, and is to be sent again; those behind it go on.
 * @throws what all of them would meet: a store that is busy, a disk without room
 */
export async function eachAlone(
  items: readonly unknown[],
  take: (raw: unknown) => Promise<ItemResult>,
): Promise<ItemResult[]> {
  const results: ItemResult[] = [];
  for (const raw of items) {
    if (results.length > 0) await breathe();
    results.push(await take(raw).catch((error: unknown) => failed(raw, error)));
  }
  return results;
}

function failed(raw: unknown, error: unknown): ItemResult {
  if (isStoreBusy(error) || isDiskFull(error)) throw error;
  console.error(error);
  return {
    id: idOf(raw),
    status: "failed",
    problem: "Something went wrong here; nothing of it was recorded. Send it again.",
  };
}

/** The result of an item that can't be used. */
export function rejected(id: string | null, problem: string): ItemResult {
  return { id, status: "rejected", problem };
}

/** The result of a malformed item, which `noun` names where no field of it is at fault. */
export function malformed(raw: unknown, error: z.ZodError, noun: string): ItemResult {
  const faults = error.issues.map(({ path, message }) => `${path.join(".") || noun}: ${message}`);
  return rejected(idOf(raw), faults.join("; "));
}

/** The hash of what was sent, by which the same item is known when it comes again. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** An item's fields in one order, those left empty left out, for its hash. */
export function givenFields(said: object): [string, unknown][] {
  return Object.entries(said)
    .filter(([, value]) => value !== undefined && value !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function idOf(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !("id" in raw)) return null;
  return typeof raw.id === "string" ? raw.id : null;
}
