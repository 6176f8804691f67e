import { has } from "@/lib/offline/has";
import type { Refused } from "./upload-requests";

/** An upload of this tab. `isSent`: all of it is with the server, which reads it, or keeps it. */
export type KeptUpload = { id: string; isSent: boolean; refused: Refused[]; leftOut: string[] };

const NAME = "upload";

/** The upload that this tab had under way before it was loaded anew; null when there was none. */
export function keptUpload(): KeptUpload | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? "null");
    return isUpload(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps what is needed to come back to an upload; null forgets it. */
export function keepUpload(upload: KeptUpload | null): void {
  try {
    if (upload) sessionStorage.setItem(NAME, JSON.stringify(upload));
    else sessionStorage.removeItem(NAME);
  } catch {
    // Storage that is full or forbidden: a reload then begins anew, and the server forgets the upload.
  }
}

function isUpload(kept: unknown): kept is KeptUpload {
  if (!has(kept, "id") || typeof kept.id !== "string") return false;
  if (!has(kept, "refused") || !Array.isArray(kept.refused)) return false;
  return has(kept, "leftOut") && Array.isArray(kept.leftOut);
}
