import { DEFAULT_WEIGHTS, type Scheduling } from "@/lib/domain/schedule";
import { type LearnerSettings, type StudyDayRule } from "@/lib/domain/settings";
import { zoneNamed } from "@/lib/domain/zone";
import type { Database } from "./client";
import type { Queries } from "./queries";
import type { Learner as LearnerRow, ParameterSet } from "./generated/client";
import { settingsOf, weightsOf } from "./usable-settings";

/** Whose memory it is, with all that scheduling depends on. */
export type Learner = {
  id: string;
  scheduling: Scheduling & LearnerSettings;
  /** The fitted weights in use; null for the published ones. */
  parameterSetId: string | null;
};

/**
 * The learner of a personal install, made at the first call in the zone given. One whose stored zone
 * is none, as a system without a usable TZ once named it, is put into that zone too.
 */
export async function personalLearner(
  database: Database,
  made: { id: string; zone: string; at: Date },
): Promise<Learner> {
  const known = await firstLearner(database.read);
  if (known && zoneNamed(known.zone)) return toLearner(known);
  await database.write(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Learner" ("id", "zone", "rolloverHour", "settings", "createdAt")
      SELECT ${made.id}, ${made.zone}, 4, '{}', ${made.at}
      WHERE NOT EXISTS (SELECT 1 FROM "Learner")`;
    if (known)
      await tx.learner.updateMany({
        where: { id: known.id, zone: known.zone },
        data: { zone: made.zone },
      });
  });
  const learner = await firstLearner(database.read);
  if (!learner) throw new Error("The learner just made is not there");
  return toLearner(learner);
}

/** Writes what a learner chose about scheduling. Nothing of the past changes with it. */
export async function updateLearner(
  tx: Queries,
  id: string,
  { zone, rolloverHour, ...settings }: StudyDayRule & LearnerSettings,
): Promise<void> {
  const data = { zone, rolloverHour, settings: JSON.stringify(settings) };
  await tx.learner.update({ where: { id }, data });
}

/** The learners with these ids. */
export async function learnersByIds(read: Queries, ids: string[]): Promise<Learner[]> {
  const rows = await read.learner.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    include: WITH_WEIGHTS,
  });
  return rows.map(toLearner);
}

async function firstLearner(read: Queries) {
  return read.learner.findFirst({ orderBy: { id: "asc" }, include: WITH_WEIGHTS });
}

const WITH_WEIGHTS = { parameterSets: { where: { active: true }, take: 1 } } as const;

function toLearner(row: LearnerRow & { parameterSets: ParameterSet[] }): Learner {
  const [fitted] = row.parameterSets;
  const weights = fitted ? weightsOf(fitted) : null;
  return {
    id: row.id,
    parameterSetId: weights && fitted ? fitted.id : null,
    scheduling: { ...settingsOf(row), weights: weights ?? DEFAULT_WEIGHTS },
  };
}
