import type { PlanSeen, Simulation } from "@/lib/domain/simulate";
import { workers } from "./worker-pool";

/** Of the processor: a hundred times what a few hundred questions take. */
const LIMIT_MS = 60_000;

/** A plan seen forward in a worker, beside what others wait for; null where that took too long. */
export async function simulateInWorker(simulation: Simulation): Promise<PlanSeen | null> {
  const limits = { limitMs: LIMIT_MS, urgency: "later" } as const;
  const seen = await workers().perform("simulate", simulation, limits);
  return seen.ok ? seen.value : null;
}
