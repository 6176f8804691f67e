import type { CourseAsked } from "@/lib/db/study/past-readiness";
import type { PastReadiness } from "@/lib/domain/course";
import { workers } from "./worker-pool";

const LIMIT_MS = 60_000;

/** Readiness as it was in the weeks before, read in a worker; null where that took too long. */
export async function courseInWorker(asked: CourseAsked): Promise<PastReadiness[] | null> {
  const limits = { limitMs: LIMIT_MS, urgency: "later" } as const;
  const read = await workers().perform("course", asked, limits);
  return read.ok ? read.value : null;
}
