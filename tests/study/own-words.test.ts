import { expect, test } from "vitest";
import { questionById } from "@/lib/study/questions";
import { questionView } from "@/lib/study/question-view";
import { previewOwnText, saveOwnText } from "@/lib/study/own-words";
import { studySession } from "@/lib/study/session";
import { aDocument } from "@/tests/support/markdown";
import { questionIds } from "@/tests/support/reviews";
import { aHousehold, type Household, takeIn } from "@/tests/support/store";

test("a note and an answer are kept beside the question, and shown rendered", async () => {
  const { household, id } = await aQuestion();
  const note = await save(household, { questionId: id, kind: "note", markdown: "*Mind* $x$" });
  expect(note).toMatchObject({
    ok: true,
    value: {
      markdown: "*Mind* $x$",
      html: expect.stringMatching(/^<p><em>Mind<\/em> .*<math/),
      updatedAt: "2026-11-24T19:00:00.000Z",
    },
  });
  await save(household, { questionId: id, kind: "answer", markdown: "Mine" });
  const view = await questionView(household, { id });
  expect(view.ok && view.value.own).toMatchObject({
    note: { html: expect.stringContaining("Mind") },
    answer: { html: "<p>Mine</p>" },
  });
  const { value } = await studySession(household, { limit: 1 });
  expect(value.items[0]?.own.answer?.html).toBe("<p>Mine</p>");
  const api = await questionById(household, { id });
  expect(api.ok && api.value.own.note?.markdown).toBe("*Mind* $x$");
});

test("a document taken in again, moved or corrected, leaves them where they are", async () => {
  const { household, id } = await aQuestion();
  await save(household, { questionId: id, kind: "answer", markdown: "Mine" });
  await takeIn(household, {
    "content/a.md": aDocument({ topic: "Elsewhere", answer: "New." }, {}),
  });
  const api = await questionById(household, { id });
  expect(api.ok && api.value.own.answer?.markdown).toBe("Mine");
});

test("an empty text removes it, and it can be saved again", async () => {
  const { household, id } = await aQuestion();
  const text = { questionId: id, kind: "note" };
  const first = await save(household, { ...text, markdown: "One" });
  const seenAt = first.ok ? (first.value?.updatedAt ?? null) : null;
  expect(await save(household, { ...text, markdown: " \n", seenAt })).toEqual({
    ok: true,
    value: null,
  });
  expect(await save(household, { ...text, markdown: "", seenAt: null })).toEqual({
    ok: true,
    value: null,
  });
  expect(await household.database.read.note.count()).toBe(0);
  expect(await save(household, { ...text, markdown: "One" })).toMatchObject({ ok: true });
});

test("two tabs: the later one is told of the other's text, and loses neither", async () => {
  const { household, id } = await aQuestion();
  const text = { questionId: id, kind: "note" };
  await save(household, { ...text, markdown: "From one tab" });
  household.clock.wait(1);
  const late = await save(household, { ...text, markdown: "From another" });
  expect(late).toMatchObject({
    ok: false,
    error: {
      detail: expect.stringContaining("changed elsewhere"),
      other: { markdown: "From one tab", html: "<p>From one tab</p>" },
    },
  });
  const emptied = await save(household, { ...text, markdown: "" });
  expect(emptied).toMatchObject({ ok: false, error: { other: { markdown: "From one tab" } } });
  const seenAt = late.ok ? null : (late.error.other?.updatedAt ?? null);
  const kept = await save(household, { ...text, markdown: "From another", seenAt });
  expect(kept).toMatchObject({ ok: true, value: { updatedAt: "2026-11-24T19:01:00.000Z" } });
  const stale = await save(household, { ...text, markdown: "", seenAt });
  expect(stale).toMatchObject({ ok: false, error: { other: { markdown: "From another" } } });
});

test("a text that was removed elsewhere is saved: nothing is lost by it", async () => {
  const { household, id } = await aQuestion();
  const seenAt = "2026-11-01T00:00:00.000Z";
  const saved = await save(household, { questionId: id, kind: "note", markdown: "Mine", seenAt });
  expect(saved).toMatchObject({ ok: true });
});

test("another learner's words are nobody else's", async () => {
  const { household, id } = await aQuestion();
  await save(household, { questionId: id, kind: "answer", markdown: "Mine" });
  const { database } = household;
  await database.write((tx) =>
    tx.learner.create({
      data: { id: "other", zone: "UTC", rolloverHour: 4, settings: "{}", createdAt: new Date(0) },
    }),
  );
  const other = { ...household, learner: { ...household.learner, id: "other" } };
  const seen = await questionById(other, { id });
  expect(seen.ok && seen.value.own).toEqual({ note: null, answer: null });
});

test.each([
  [{}, "Nothing was saved"],
  [{ kind: "story" }, "Nothing was saved"],
  [{ markdown: "x".repeat(20_001) }, "up to 20,000 characters"],
  [{ questionId: "none" }, "no such question"],
  [{ seenAt: "yesterday" }, "Nothing was saved"],
])("%j is refused with a sentence", async (wrong, says) => {
  const { household, id } = await aQuestion();
  const sent = Object.keys(wrong).length === 0 ? null : { ...aNote(id), ...wrong };
  const refused = await saveOwnText(household, sent);
  expect(refused.ok ? "" : refused.error.detail).toContain(says);
  expect(await household.database.read.note.count()).toBe(0);
});

test("a preview is what would be shown, and nothing of it is kept", async () => {
  const { household, id } = await aQuestion();
  const markdown = "| a |\n|---|\n| <script>1</script>b |";
  const shown = await previewOwnText(household, { questionId: id, markdown });
  expect(shown.ok && shown.value).toMatch(/<table>.*<td>b<\/td>/s);
  expect(await household.database.read.rendering.count()).toBe(0);
  expect((await previewOwnText(household, { questionId: "none", markdown })).ok).toBe(false);
  expect((await previewOwnText(household, null)).ok).toBe(false);
});

async function aQuestion() {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [id = ""] = await questionIds(household);
  return { household, id };
}

function aNote(questionId: string) {
  return { questionId, kind: "note", markdown: "Mine", seenAt: null };
}

function save(household: Household, text: { questionId: string } & Record<string, unknown>) {
  return saveOwnText(household, { seenAt: null, ...text });
}
