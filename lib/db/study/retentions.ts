import type { Queries } from "@/lib/db/queries";

/** The recall that a learner wants of single topics, by topic id, where it is another than of all. */
export async function retentionsByTopic(
  read: Queries,
  learnerId: string,
): Promise<Map<string, number>> {
  const rows = await read.topicSetting.findMany({
    where: { learnerId },
    select: { topicId: true, desiredRetention: true },
  });
  return new Map(
    rows.flatMap(({ topicId, desiredRetention: wanted }) =>
      wanted === null ? [] : [[topicId, wanted] as const],
    ),
  );
}
