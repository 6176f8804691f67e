import { DEFAULT_WEIGHTS, type Scheduling } from "@/lib/domain/schedule";
import { DEFAULT_SETTINGS, type LearnerSettings } from "@/lib/domain/settings";
import type { Database, Queries } from "./client";

/** Whose memory it is, with all that scheduling depends on. */
export type Learner = {
  id: string;
  scheduling: Scheduling & LearnerSettings;
  /** The fitted weights in use; null for the published ones. */
  parameterSetId: string | null;
};

/** The learner of a personal install, made at the first call in the zone given. */
export async function personalLearner(
  database: Database,
  made: { id: string; zone: string; at: Date },
): Promise<Learner> {
  const known = await firstLearner(database.read);
  if (known) return known;
  await database.write(
    (tx) => tx.$executeRaw`
      INSERT INTO "Learner" ("id", "zone", "rolloverHour", "settings", "createdAt")
      SELECT ${made.id}, ${made.zone}, 4, '{}', ${made.at}
      WHERE NOT EXISTS (SELECT 1 FROM "Learner")`,
  );
  const learner = await firstLearner(database.read);
  if (!learner) throw new Error("The learner just made is not there");
  return learner;
}

async function firstLearner(read: Queries): Promise<Learner | null> {
  const row = await read.learner.findFirst({
    orderBy: { id: "asc" },
    include: { parameterSets: { where: { active: true }, take: 1 } },
  });
  if (!row) return null;
  const [fitted] = row.parameterSets;
  const chosen: Partial<LearnerSettings> = JSON.parse(row.settings);
  return {
    id: row.id,
    parameterSetId: fitted?.id ?? null,
    scheduling: {
      ...DEFAULT_SETTINGS,
      ...chosen,
      zone: row.zone,
      rolloverHour: row.rolloverHour,
      weights: fitted ? JSON.parse(fitted.weights) : DEFAULT_WEIGHTS,
    },
  };
}
