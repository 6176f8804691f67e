import { z } from "zod";
import { Time } from "./batch";
import { Id } from "@/lib/use-case/inputs";

/** A review as it is sent. */
export const ReviewInput = z.object({
  id: z.uuid(),
  questionId: Id,
  /** The version that was read; absent, it is the one in use. */
  versionId: Id.optional(),
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  reviewedAt: Time,
  durationMs: z.number().int().min(0).max(2_147_483_647),
  mode: z.enum(["scheduled", "practice", "mock"]),
  recalledKeyPointIds: z.array(Id).max(100).nullish(),
  counts: z.boolean().optional(),
  sessionId: Id.nullish(),
  way: z.string().max(40).nullish(),
});
export type ReviewInput = z.infer<typeof ReviewInput>;
