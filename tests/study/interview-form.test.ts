import { v7 } from "uuid";
import { expect, test } from "vitest";
import { debriefView, endInterview, noteAsked, takeBackAsked } from "@/lib/study/debrief";
import { saveInterview } from "@/lib/study/interview-form";
import { interviewForm, interviewView, newInterviewForm } from "@/lib/study/interview-view";
import { interviews } from "@/lib/study/interviews";
import { narrowedBy, topicsView } from "@/lib/study/topics";
import { aDocument } from "@/tests/support/markdown";
import { questionIds } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

const DOCUMENTS = { "content/a.md": aDocument({ topic: "A › B" }, { topic: "C" }) };

test("an interview is said in a form, by the learner's clock, and comes back in it as it was said", async () => {
  const household = await aHousehold(DOCUMENTS);
  household.learner.scheduling.zone = "Europe/Berlin";
  const form = aForm({ "importance:a": "3", "importance:a/b": "", "importance:c": "0" });
  expect(await saveInterview(household, form)).toEqual({ ok: true, value: null });
  const [saved] = (await interviews(household)).value.items;
  expect(saved).toMatchObject({
    at: new Date("2026-12-12T09:00:00Z"),
    days: [1, 3],
    topics: [
      { topic: "a", importance: 3 },
      { topic: "c", importance: 0 },
    ],
  });
  const again = await interviewForm(household, saved?.id ?? "");
  expect(again).toMatchObject({
    fields: { title: "Acme", date: "2026-12-12", time: "10:00", minutesPerDay: "25", days: [1, 3] },
    topics: [
      { path: "a", importance: 3, children: [{ path: "a/b", importance: null }] },
      { path: "c", importance: 0 },
    ],
  });
  expect((await interviewView(household)).ahead).toMatchObject({ daysLeft: 18 });
});

test.each([
  [{ title: " " }, "title"],
  [{ date: "2026-11-24", time: "18:00" }, "date"],
  [{ date: "" }, "date"],
  [{ time: "ten" }, "time"],
  [{ minutesPerDay: "some" }, "minutesPerDay"],
  [{ days: "" }, "days"],
])("what can't be said is marked, and nothing is saved: %j", async (wrong, field) => {
  const household = await aHousehold(DOCUMENTS);
  const saved = await saveInterview(household, aForm(wrong));
  expect(saved).toMatchObject({ ok: false, error: { faults: { [field]: expect.any(String) } } });
  expect((await interviews(household)).value.items).toEqual([]);
});

test("what was asked is noted, marked as asked, taken back, and matters for the next round", async () => {
  const household = await aHousehold(DOCUMENTS);
  await saveInterview(household, aForm());
  const [saved] = (await interviews(household)).value.items;
  const interviewId = saved?.id ?? "";
  const [first = ""] = await questionIds(household);
  await endInterview(household, interviewId);
  expect((await interviewView(household)).ahead).toBeNull();

  for (const went of ["partly", "badly"])
    expect(await noteAsked(household, { interviewId, questionId: first, went })).toMatchObject({
      ok: true,
    });
  await noteAsked(household, { interviewId, text: "Why do you want this?", went: "well" });
  expect(await noteAsked(household, { interviewId, text: " ", went: "well" })).toMatchObject({
    error: { detail: "Nothing was noted: write down what was asked." },
  });
  const view = await debriefView(household, interviewId, "");
  expect(view?.asked).toMatchObject([
    { questionId: first, went: "badly" },
    { text: "Why do you want this?", went: "well" },
  ]);
  expect((await topicsView(household, narrowedBy({}))).marks).toMatchObject({ asked: 1 });
  const next = await newInterviewForm(household, interviewId);
  expect(next).toMatchObject({
    fields: { title: "Acme", time: "10:00" },
    topics: [{ path: "a", children: [{ path: "a/b", importance: 3 }] }, { path: "c" }],
  });
  await takeBackAsked(household, { interviewId, id: view?.asked[1]?.id ?? "" });
  expect((await debriefView(household, interviewId, ""))?.asked).toHaveLength(1);
});

function aForm(changes: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = {
    id: v7(),
    title: "Acme",
    date: "2026-12-12",
    time: "10:00",
    minutesPerDay: "25",
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (!("days" in changes)) for (const day of ["1", "3"]) form.append("days", day);
  else form.delete("days");
  return form;
}
