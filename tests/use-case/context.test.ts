import { afterEach, expect, test, vi } from "vitest";
import { contextOf } from "@/lib/use-case/context";
import { aHousehold } from "@/tests/support/store";

// Node looks at TZ again whenever it is set.
afterEach(() => vi.unstubAllEnvs());

test.each(["", ":/etc/localtime", "UTC0", "Atlantis/Port"])(
  "on a system whose TZ is “%s” a learner begins in UTC",
  async (zone) => {
    vi.stubEnv("TZ", zone);
    const { learner, database } = await aHousehold();
    expect(learner.scheduling.zone).toBe("UTC");
    expect(await database.read.learner.findMany()).toMatchObject([{ zone: "UTC" }]);
  },
);

test("a stored zone that is none gives way, once, to the system's", async () => {
  const { database, clock } = await aHousehold();
  await database.write((tx) => tx.learner.updateMany({ data: { zone: "Etc/Unknown" } }));
  for (const zone of ["Europe/Berlin", "Asia/Tokyo"]) {
    vi.stubEnv("TZ", zone);
    const { learner } = await contextOf(database, clock);
    expect(learner.scheduling.zone).toBe("Europe/Berlin");
  }
});
