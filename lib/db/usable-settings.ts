import { DEFAULT_WEIGHTS, isWeights } from "@/lib/domain/schedule";
import { isWithin, SETTING_BOUNDS, settingsFrom, type StudyDayRule } from "@/lib/domain/settings";
import { zoneNamed } from "@/lib/domain/zone";
import { reportOnce } from "@/lib/report-once";
import type { Learner, ParameterSet } from "./generated/client";
import { parsedJson } from "./json-columns";
import type { PlainQueries } from "./plain-queries";

/** The model that schedules here; the weights of another say nothing to it. */
const MODEL = "FSRS-6";
const DEFAULT_ROLLOVER_HOUR = 4;

/** A learner's stored settings; what can't be used has its default. */
export function settingsOf({ settings, zone, rolloverHour }: Learner) {
  return { ...settingsFrom(parsedJson(settings)), ...usableRule({ zone, rolloverHour }) };
}

/** A set's weights: 21 numbers of FSRS-6. Null for any other, which is refused and reported. */
export function weightsOf({ id, model, weights }: WeightsRow): number[] | null {
  const numbers = parsedJson(weights);
  if (model === MODEL && isWeights(numbers)) return numbers;
  reportOnce(
    `The parameter set ${id} is not ${DEFAULT_WEIGHTS.length} weights of ${MODEL}: the published ones are used instead.`,
  );
  return null;
}

type WeightsRow = Pick<ParameterSet, "id" | "model" | "weights">;

/** The weights that a learner's own reviews gave. Null where the published ones are in use. */
export async function weightsInUse(
  read: PlainQueries,
  learnerId: string,
): Promise<number[] | null> {
  const [row] = await read.$queryRaw<WeightsRow[]>`
    SELECT "id", "model", "weights" FROM "ParameterSet"
    WHERE "learnerId" = ${learnerId} AND "active" = ${true} LIMIT 1`;
  return row ? weightsOf(row) : null;
}

function usableRule({ zone, rolloverHour }: StudyDayRule): StudyDayRule {
  const isHour =
    Number.isInteger(rolloverHour) && isWithin(rolloverHour, SETTING_BOUNDS.rolloverHour);
  return {
    zone: zoneNamed(zone) ?? unknownZone(zone),
    rolloverHour: isHour ? rolloverHour : DEFAULT_ROLLOVER_HOUR,
  };
}

function unknownZone(zone: string): string {
  reportOnce(`The stored time zone “${zone}” is not known here: UTC is used until another is set.`);
  return "UTC";
}
