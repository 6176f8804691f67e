import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/domain/settings";
import { contextOf } from "@/lib/use-case/context";
import { saveSettings, saveWay, settingsView } from "@/lib/study/settings";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household } from "@/tests/support/store";

const documents = { "content/a.md": aDocument({}, {}, {}) };

describe("saving the settings", () => {
  test("keeps what every field says, for the next request", async () => {
    const household = await aHousehold();
    expect(await saveSettings(household, aForm())).toEqual({ ok: true, value: null });
    expect(await schedulingOf(household)).toMatchObject({
      desiredRetention: 0.925,
      newPerDay: 7,
      duePerDay: 0,
      learningStepsMinutes: [1, 10],
      relearningStepsMinutes: [],
      zone: "Europe/Berlin",
      rolloverHour: 0,
    });
  });

  test("leaves what the form doesn't show as it was", async () => {
    const household = await aHousehold();
    await store(household, { maximumIntervalDays: 90, fuzz: false });
    await saveSettings(await again(household), aForm());
    expect(await schedulingOf(household)).toMatchObject({ maximumIntervalDays: 90, fuzz: false });
  });

  test("keeps how the learner recalls beside it, whichever is saved last", async () => {
    const household = await aHousehold();
    await saveWay(household, "type");
    await saveWay(await again(household), "by heart");
    await saveSettings(await again(household), aForm());
    await saveWay(await again(household), "say");
    expect(await schedulingOf(household)).toMatchObject({ way: "say", newPerDay: 7 });
  });

  test("saves nothing when any field is wrong, and gives back what was sent", async () => {
    const household = await aHousehold();
    const before = await schedulingOf(household);
    const form = aForm({ newPerDay: "many", rolloverHour: "24" });
    expect(await saveSettings(household, form)).toEqual({
      ok: false,
      error: {
        detail: "Nothing was saved. Correct the marked fields and save again.",
        faults: {
          newPerDay: "Give a whole number from 0 to 999.",
          rolloverHour: "Give a whole hour from 0 to 23.",
        },
        fields: form,
      },
    });
    expect(await schedulingOf(household)).toEqual(before);
  });

  test.each([
    ["desiredRetention", "69.9"],
    ["desiredRetention", "97.1"],
    ["desiredRetention", "0.9"],
    ["desiredRetention", "90.55"],
    ["desiredRetention", ""],
    ["newPerDay", "1000"],
    ["newPerDay", "-1"],
    ["newPerDay", "1.5"],
    ["duePerDay", "10000"],
    ["duePerDay", "1e3"],
    ["learningSteps", "0"],
    ["learningSteps", "1440"],
    ["learningSteps", "24h"],
    ["learningSteps", "1d"],
    ["learningSteps", "ten"],
    ["learningSteps", "1 2 3 4 5 6"],
    ["learningSteps", "60, 10"],
    ["learningSteps", "1h 59"],
    ["relearningSteps", "10 60 59"],
    ["relearningSteps", "9".repeat(400)],
    ["relearningSteps", "-10"],
    ["relearningSteps", "1.5"],
    ["relearningSteps", "10 min h"],
    ["zone", "Atlantis"],
    ["zone", ""],
    ["zone", "+02:00"],
    ["rolloverHour", ""],
    ["rolloverHour", "4:30"],
  ])("%s “%s” is refused in words, beside its field", async (name, text) => {
    const saved = await saveSettings(await aHousehold(), aForm({ [name]: text }));
    expect(saved).toMatchObject({
      ok: false,
      error: { faults: { [name]: expect.stringMatching(/^(Give|There is no) .*\.$/) } },
    });
    expect(Object.keys(saved.ok ? {} : saved.error.faults)).toEqual([name]);
  });

  test.each([
    ["60, 10", "Give the steps in order, as 10 60: none shorter than the one before it."],
    ["10 1d", "Give each step less than a day; from a day on the schedule decides."],
    ["10 0", "Give each step at least 1 minute."],
    ["1 2 3 4 5 6", "Give at most five steps."],
  ])("what is wrong with steps of “%s” is said", async (text, fault) => {
    const saved = await saveSettings(await aHousehold(), aForm({ relearningSteps: text }));
    expect(saved).toMatchObject({ error: { faults: { relearningSteps: fault } } });
  });

  test.each([
    ["70", 0.7],
    ["97", 0.97],
    [" 90 % ", 0.9],
    ["92,9", 0.929],
  ])("a retention of “%s” is %d", async (text, share) => {
    const household = await aHousehold();
    await saveSettings(household, aForm({ desiredRetention: text }));
    expect((await schedulingOf(household)).desiredRetention).toBe(share);
  });

  test.each([
    ["10", [10]],
    ["1 10", [1, 10]],
    ["10m 1h", [10, 60]],
    ["1, 10 min, 23 h", [1, 10, 1380]],
    ["10 10 60", [10, 10, 60]],
    ["", []],
  ])("steps of “%s” are %j minutes", async (text, minutes) => {
    const household = await aHousehold();
    await saveSettings(household, aForm({ learningSteps: text }));
    expect((await schedulingOf(household)).learningStepsMinutes).toEqual(minutes);
  });

  test("refuses a form with nothing in it, or with files for fields", async () => {
    const household = await aHousehold();
    for (const form of [{}, aForm({ newPerDay: new File(["7"], "7"), zone: null })])
      expect(await saveSettings(household, form)).toMatchObject({
        ok: false,
        error: { fields: { newPerDay: "", zone: "" } },
      });
  });

  test("changes nothing of what was reviewed, nor when it is due", async () => {
    const household = await aHousehold(documents);
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 4));
    const before = await storedPast(household);
    await saveSettings(household, aForm({ zone: "Pacific/Auckland", desiredRetention: "80" }));
    expect(await storedPast(household)).toEqual(before);
  });
});

describe("the settings shown", () => {
  test("are the texts that would save the same again", async () => {
    const household = await aHousehold();
    await saveSettings(household, aForm({ learningSteps: "1 60 90" }));
    const before = await schedulingOf(household);
    const { fields } = await settingsView(await again(household));
    expect(fields).toEqual({
      desiredRetention: "92.5",
      newPerDay: "7",
      duePerDay: "0",
      learningSteps: "1m 1h 90m",
      relearningSteps: "",
      zone: "Europe/Berlin",
      rolloverHour: "0",
    });
    await saveSettings(await again(household), fields);
    expect(await schedulingOf(household)).toEqual(before);
  });

  test("offer every zone, with the one in use and UTC", async () => {
    const { zones } = await settingsView(await aHousehold());
    expect(zones).toEqual(expect.arrayContaining(["UTC", "Europe/Berlin", "Pacific/Auckland"]));
    expect(new Set(zones).size).toBe(zones.length);
  });

  test("say nothing of reviews a day before any question was studied", async () => {
    const { workload } = await settingsView(await aHousehold(documents));
    expect(workload).toBeNull();
  });

  test("say what retentions ask for, from the questions studied that are in use", async () => {
    const household = await aHousehold(documents);
    const [first = "", second = "", third = ""] = await questionIds(household);
    await send(household, aReview(household, first, 4), aReview(household, second, 3));
    await send(household, aReview(household, third, 3));
    await household.database.write((tx) =>
      tx.memory.updateMany({ where: { questionId: third }, data: { suspended: true } }),
    );
    const { workload } = await settingsView(household);
    expect(workload?.questions).toBe(2);
    expect(workload?.rows.map(({ desiredRetention }) => desiredRetention)).toEqual([
      0.8, 0.85, 0.9, 0.95,
    ]);
    // Published initial stabilities: Easy 8.2956 days, Good 2.3065.
    expect(workload?.rows[2]?.reviewsPerDay).toBeCloseTo(1 / 8 + 1 / 2);
    expect(workload?.rows.map(({ chosen }) => chosen)).toEqual([false, false, true, false]);
  });

  test("name a retention of one's own between the others", async () => {
    const household = await aHousehold(documents);
    const [first = ""] = await questionIds(household);
    await send(household, aReview(household, first, 4));
    await saveSettings(household, aForm());
    const { workload } = await settingsView(await again(household));
    expect(workload?.rows.find(({ chosen }) => chosen)?.desiredRetention).toBe(0.925);
    expect(workload?.rows).toHaveLength(5);
  });
});

describe("stored settings that can't be used", () => {
  test.each(["", "{", "null", "[]", '"x"', "7"])("“%s” are the defaults", async (json) => {
    const household = await aHousehold();
    await storeText(household, json);
    expect(await schedulingOf(household)).toMatchObject(DEFAULT_SETTINGS);
  });

  test("are the default field by field; what is right stays, in order, what is unknown goes", async () => {
    const household = await aHousehold();
    await store(household, {
      desiredRetention: 1.2,
      newPerDay: "7",
      duePerDay: 3,
      learningStepsMinutes: [0.5],
      relearningStepsMinutes: [30, 5],
      maximumIntervalDays: null,
      fuzz: "no",
      ofALaterVersion: true,
    });
    const scheduling = await schedulingOf(household);
    expect(scheduling).toMatchObject({
      ...DEFAULT_SETTINGS,
      duePerDay: 3,
      relearningStepsMinutes: [5, 30],
    });
    expect(scheduling).not.toHaveProperty("ofALaterVersion");
  });
});

function aForm(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    desiredRetention: "92.5",
    newPerDay: "7",
    duePerDay: "0",
    learningSteps: "1 10",
    relearningSteps: "",
    zone: "Europe/Berlin",
    rolloverHour: "0",
    ...changes,
  };
}

/** The household as the next request finds it. */
async function again({ database, clock }: Household) {
  return contextOf(database, clock);
}

async function schedulingOf(household: Household) {
  return (await again(household)).learner.scheduling;
}

async function store(household: Household, settings: Record<string, unknown>) {
  await storeText(household, JSON.stringify(settings));
}

async function storeText({ database }: Household, settings: string) {
  await database.write((tx) => tx.learner.updateMany({ data: { settings } }));
}

async function storedPast({ database }: Household) {
  return [await database.read.review.findMany(), await database.read.memory.findMany()];
}
