import { expect, test } from "vitest";
import type { PointToChoose } from "@/lib/domain/own-words";
import { keyPointChoices, saveKeyPoints } from "@/lib/study/key-point-choices";
import { questionById } from "@/lib/study/questions";
import { studySession } from "@/lib/study/session";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, type Household, takeIn } from "@/tests/support/store";

const ANSWER = `### Routes

- **Route tables**: the longest prefix that matches wins over all others.
- **Gateways**: an internet gateway is attached to the network as a whole.
- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.`;

type Change = Partial<Pick<PointToChoose, "text" | "core" | "hidden">>;

test("points reworded, starred, hidden and added are what is studied, in their order", async () => {
  const { household, id } = await aQuestion();
  const [first = "", second = "", third = ""] = await texts(household, id);
  await choose(
    household,
    id,
    [{ text: "Longest prefix", core: true }, { hidden: true }],
    ["My own"],
  );
  expect(await texts(household, id)).toEqual(["Longest prefix", third, "My own"]);
  const { value } = await studySession(household, { limit: 1 });
  expect(value.items[0]?.keyPoints.map(({ text, core }) => [text, core])).toEqual([
    ["Longest prefix", true],
    [third, false],
    ["My own", false],
  ]);
  const { points } = await keyPointChoices(household, id);
  expect(points.map(({ given }) => given?.text)).toEqual([first, second, third, undefined]);
});

test("what is put back as the document has it is as if it had never been changed", async () => {
  const { household, id } = await aQuestion();
  const before = await texts(household, id);
  await choose(household, id, [{ text: "Mine", core: true }, { hidden: true }]);
  await choose(household, id, [{ text: "", core: false }, { hidden: false }]);
  expect(await texts(household, id)).toEqual(before);
  expect(await household.database.read.keyPointChoice.count()).toBe(0);
});

test("an own point is reworded, hidden when emptied, and shown again", async () => {
  const { household, id } = await aQuestion();
  await choose(household, id, [], ["My own", " ", "Second"]);
  await choose(household, id, [{}, {}, {}, { text: "Mine, better", core: true }, { text: "" }]);
  expect((await texts(household, id)).slice(3)).toEqual(["Mine, better"]);
  await choose(household, id, [{}, {}, {}, {}, { hidden: false }]);
  expect((await texts(household, id)).slice(3)).toEqual(["Mine, better", "Second"]);
});

test("all of it survives that the document is taken in again", async () => {
  const { household, id } = await aQuestion();
  await choose(
    household,
    id,
    [{ text: "Longest prefix", core: true }, { hidden: true }],
    ["My own"],
  );
  const before = await texts(household, id);
  await takeIn(household, { "content/a.md": document(`${ANSWER}\n\nMore to read elsewhere.`) });
  expect(await texts(household, id)).toEqual(before);
});

test("an own point can be recalled and missed like any other", async () => {
  const { household, id } = await aQuestion();
  await choose(household, id, [], ["My own"]);
  const question = await questionById(household, { id });
  const own = question.ok ? question.value.keyPoints.at(-1)?.id : undefined;
  const [result] = await send(household, aReview(household, id, 3, { recalledKeyPointIds: [own] }));
  expect(result?.problem).toBeUndefined();
});

test("two tabs: the later one is told of the other's points, and then keeps its own", async () => {
  const { household, id } = await aQuestion();
  const { mark, points } = await keyPointChoices(household, id);
  await choose(household, id, [{ text: "From one tab" }], ["Added there"]);
  const sent = { questionId: id, points: changed(points, [{ text: "From another" }]), added: [] };
  const late = await saveKeyPoints(household, { ...sent, mark });
  expect(late.ok).toBe(false);
  const others = late.ok ? undefined : late.error.others;
  expect(others?.points[0]?.text).toBe("From one tab");
  const kept = await saveKeyPoints(household, { ...sent, mark: others?.mark });
  expect(kept.ok).toBe(true);
  const now = await texts(household, id);
  expect([now[0], now.at(-1)]).toEqual(["From another", "Added there"]);
});

test("two tabs at the same moment: one is saved, the other is told, and nothing is lost", async () => {
  const { household, id } = await aQuestion();
  const { mark, points } = await keyPointChoices(household, id);
  const save = (text: string) =>
    saveKeyPoints(household, {
      questionId: id,
      mark,
      points: changed(points, [{ text }]),
      added: [],
    });
  const answers = await Promise.all([save("From one tab"), save("From another")]);
  const [kept = ""] = await texts(household, id);
  expect(["From one tab", "From another"]).toContain(kept);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    error: { others: { points: [{ text: kept }, {}, {}] } },
  });
});

test.each([
  [null, "Nothing was saved"],
  [{ questionId: "none" }, "no such question"],
  [{ added: [{ text: "x".repeat(301), core: false }] }, "up to 300 characters"],
])("%j is refused with a sentence", async (wrong, says) => {
  const { household, id } = await aQuestion();
  const { mark } = await keyPointChoices(household, id);
  const sent = wrong && { questionId: id, mark, points: [], added: [], ...wrong };
  const refused = await saveKeyPoints(household, sent);
  expect(refused.ok ? "" : refused.error.detail).toContain(says);
});

test("a point of another question is left alone", async () => {
  const { household, id } = await aQuestion();
  const [, other = ""] = await questionIds(household);
  const { points } = await keyPointChoices(household, other);
  const { mark } = await keyPointChoices(household, id);
  const foreign = changed(points, [{ text: "Not mine" }]);
  await saveKeyPoints(household, { questionId: id, mark, points: foreign, added: [] });
  expect(await texts(household, other)).toEqual(points.map(({ text }) => text));
});

function document(answer: string): string {
  return aDocument({ answer }, { answer: ANSWER.replace("longest", "first") });
}

async function aQuestion() {
  const household = await aHousehold({ "content/a.md": document(ANSWER) });
  const [id = ""] = await questionIds(household);
  return { household, id };
}

async function texts(household: Household, id: string): Promise<string[]> {
  const question = await questionById(household, { id });
  return question.ok ? question.value.keyPoints.map(({ text }) => text) : [];
}

/** Changes the points, in their order, as the form does. */
async function choose(household: Household, id: string, changes: Change[], added: string[] = []) {
  const { mark, points } = await keyPointChoices(household, id);
  const saved = await saveKeyPoints(household, {
    questionId: id,
    mark,
    points: changed(points, changes),
    added: added.map((text) => ({ text, core: false })),
  });
  expect(saved.ok).toBe(true);
}

function changed(points: PointToChoose[], changes: Change[]) {
  return points.map(({ id, text, core, hidden }, i) => ({ id, text, core, hidden, ...changes[i] }));
}
