import { z } from "zod";
import { readColumn } from "@/lib/db/json-columns";
import type { Queries } from "@/lib/db/queries";
import type { Importance, Interview } from "@/lib/domain/interview";

/** A learner's interviews, those put away left out, the latest first. */
export async function interviewsOf(read: Queries, learnerId: string): Promise<Interview[]> {
  const rows = await read.interview.findMany({
    where: { learnerId, retiredAt: null },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    select: COLUMNS,
  });
  return rows.map(toInterview);
}

/** The interview that a learner prepares for; null where there is none. */
export async function activeInterview(read: Queries, learnerId: string): Promise<Interview | null> {
  const row = await read.interview.findFirst({
    where: { learnerId, active: true },
    select: COLUMNS,
  });
  return row && toInterview(row);
}

/** The interview that a learner prepares for, until its time has come. */
export async function interviewAhead(
  read: Queries,
  learnerId: string,
  now: Date,
): Promise<Interview | null> {
  const active = await activeInterview(read, learnerId);
  return active && active.at > now ? active : null;
}

/** An interview by its id; null where there is none, or it was put away. */
export async function findInterview(
  read: Queries,
  learnerId: string,
  id: string,
): Promise<Interview | null> {
  const row = await read.interview.findFirst({
    where: { id, learnerId, retiredAt: null },
    select: COLUMNS,
  });
  return row && toInterview(row);
}

/** Whether an id is that of another learner's interview. */
export async function isOthersInterview(
  read: Queries,
  learnerId: string,
  id: string,
): Promise<boolean> {
  return (await read.interview.count({ where: { id, learnerId: { not: learnerId } } })) > 0;
}

/** Makes an interview, or makes it anew as said; one that is active ends the preparation for any other. */
export async function writeInterview(
  tx: Queries,
  learnerId: string,
  { id, days, topics, ...interview }: Interview,
  now: Date,
): Promise<void> {
  if (interview.active)
    await tx.interview.updateMany({
      where: { learnerId, active: true, id: { not: id } },
      data: { active: false },
    });
  const before = await tx.interview.findUnique({
    where: { id },
    select: { active: true, at: true },
  });
  const isGoingOn = before?.active && before.at.getTime() === interview.at.getTime();
  const begun = interview.active && !isGoingOn ? { preparedFrom: now } : {};
  const data = { ...interview, ...begun, days: JSON.stringify(days), retiredAt: null };
  await tx.interview.upsert({
    where: { id },
    create: { id, learnerId, createdAt: now, ...data },
    update: data,
  });
  const rows = await tx.topic.findMany({
    where: { path: { in: topics.map(({ topic }) => topic) } },
    select: { id: true, path: true },
  });
  const ids = new Map(rows.map((row) => [row.path, row.id]));
  await tx.interviewTopic.deleteMany({ where: { interviewId: id } });
  await tx.interviewTopic.createMany({
    data: topics.flatMap(({ topic, importance }) => {
      const topicId = ids.get(topic);
      return topicId === undefined ? [] : [{ interviewId: id, topicId, importance }];
    }),
  });
}

/** Puts an interview away; it is no longer prepared for. */
export async function retireInterview(tx: Queries, id: string, now: Date): Promise<void> {
  await tx.interview.update({ where: { id }, data: { retiredAt: now, active: false } });
}

const COLUMNS = {
  id: true,
  title: true,
  at: true,
  minutesPerDay: true,
  days: true,
  active: true,
  endedAt: true,
  topics: {
    select: { importance: true, topic: { select: { path: true } } },
    orderBy: { topic: { path: "asc" } },
  },
} as const;

type Row = Omit<Interview, "days" | "topics"> & {
  days: string;
  topics: { importance: number; topic: { path: string } }[];
};

const Days = z.array(z.number().int().min(1).max(7));
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function toInterview({ days, topics, ...row }: Row): Interview {
  return {
    ...row,
    days: readColumn(Days, days, `What interview ${row.id} says of days`) ?? EVERY_DAY,
    topics: topics.map(({ importance, topic }) => ({
      topic: topic.path,
      importance: toImportance(importance),
    })),
  };
}

function toImportance(stored: number): Importance {
  return stored === 0 || stored === 1 || stored === 2 ? stored : 3;
}
