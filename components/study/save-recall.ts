import type { RecallSettings } from "@/lib/domain/settings";
import type { Result } from "@/lib/result";
import type { RecallRefused } from "@/lib/wire/settings";

/** What the server does to keep how the learner recalls. */
export type SaveRecall = (changed: Partial<RecallSettings>) => Promise<Result<null, RecallRefused>>;
