import { z } from "zod";
import { Time } from "./batch";
import { Id, MadeId } from "@/lib/use-case/inputs";

const Rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
  error: "must be 1, 2, 3 or 4",
});
const KeyPointIds = z.array(Id).max(100);

/** An address that is longer opens no page. */
const MOST_SCOPE = 10_000;

/** A review as it is sent. What may be absent is then not known. */
export const ReviewInput = z
  .object({
    id: MadeId,
    questionId: Id,
    /** The version that was read; absent, it is the one in use. */
    versionId: Id.nullish(),
    rating: Rating,
    reviewedAt: Time,
    durationMs: z.number().int().min(0).max(2_147_483_647),
    mode: z.enum(["scheduled", "practice", "mock"]),
    recalledKeyPointIds: KeyPointIds.nullish(),
    /** Points that were said, and said wrongly. */
    wrongKeyPointIds: KeyPointIds.nullish(),
    /** What the app ticked from the typed answer, whatever the learner made of it. */
    suggestedKeyPointIds: KeyPointIds.nullish(),
    /** The grade that the app marked. */
    proposedRating: Rating.nullish(),
    counts: z.boolean().optional(),
    sessionId: Id.nullish(),
    /** What its session is of: the study page's query. */
    sessionScope: z.string().max(MOST_SCOPE).nullish(),
    way: oneOf("think", "type", "say", "pick"),
    /** What of the answer was seen before recall ended. */
    cues: oneOf("none", "sections", "points"),
    examiner: oneOf("self", "partner", "agent"),
  })
  .refine(({ counts, mode }) => counts === undefined || mode === "mock", {
    path: ["counts"],
    error: "only a mock interview may say whether it counts",
  })
  .refine(
    ({ recalledKeyPointIds: recalled, wrongKeyPointIds: wrong }) => !overlap(recalled, wrong),
    {
      path: ["wrongKeyPointIds"],
      error: "a point can't be recalled and said wrongly at once",
    },
  );
export type ReviewInput = z.infer<typeof ReviewInput>;

function oneOf<const Names extends [string, ...string[]]>(...names: Names) {
  return z.enum(names, { error: `must be one of ${names.join(", ")}` }).nullish();
}

function overlap(some: string[] | null | undefined, others: string[] | null | undefined): boolean {
  return some?.some((id) => others?.includes(id)) ?? false;
}
