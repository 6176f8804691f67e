import { headers } from "next/headers";
import { ownPort } from "./app-context";
import { noteActionBegun } from "./action-begun";
import { guard } from "./guard";

/** Thrown before anything of a server action's request is read. Nothing was changed. */
export class ActionRefused extends Error {}

/**
 * The guard for a server action; the first line of each. Next compares Origin with Host, and so
 * accepts both from a page that a rebound name serves.
 * @throws ActionRefused
 */
export async function guardAction(): Promise<void> {
  noteActionBegun();
  // Actions are always sent by POST.
  const refusal = guard({ method: "POST", headers: await headers() }, ownPort);
  if (refusal) throw new ActionRefused(refusal.detail);
}
