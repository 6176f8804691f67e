import { expect, test } from "vitest";
import { answerAsk } from "@/lib/library/merges/answer-ask";
import { openAsks } from "@/lib/library/merges/open-asks";
import { recentMerges } from "@/lib/library/merges/merges";
import { undoMerge } from "@/lib/library/merges/undo-merge";
import { aDocument } from "@/tests/support/markdown";
import { questionIds } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

const TWICE = ["What is a metric?", "Who owns a zone?", "Why does the longest prefix win?"];
const asking = (how: string) => aDocument(...TWICE.map((prompt) => ({ prompt, answer: how })));
const documents = {
  "content/a.md": asking("As the book says."),
  "content/b.md": asking("As the course says."),
  "content/c.md": aDocument({ prompt: TWICE[0] ?? "", answer: "As the talk says." }),
};

async function answered(form: Record<string, string>) {
  const household = await aHousehold(documents);
  const [first] = (await openAsks(household, "few")).ofTwo;
  await answerAsk(household, { ask: first?.id, ...form });
  const { pairs } = await openAsks(household);
  return {
    questions: (await questionIds(household)).length,
    left: pairs.map(({ questions }) => questions.map(({ path }) => path)),
  };
}

test("duplicates of two documents are asked about in one, and by themselves where that is wished", async () => {
  const household = await aHousehold(documents);
  expect(await openAsks(household, "few")).toMatchObject({
    ofTwo: [{ paths: ["content/a.md", "content/b.md"], count: 3, prompts: TWICE }],
    pairs: [{ kind: "duplicate", questions: [{ path: "content/a.md" }, { path: "content/c.md" }] }],
    more: 0,
  });
  const { ofTwo, pairs } = await openAsks(household, "each");
  expect([ofTwo.length, pairs.length]).toEqual([0, 4]);
});

test("a few are shown first, and all where that is wished", async () => {
  const others = Object.fromEntries(
    [1, 2, 3, 4].flatMap((i) => [
      [`content/x${i}.md`, aDocument({ prompt: `Who owns zone ${i}?`, answer: "One." })],
      [`content/y${i}.md`, aDocument({ prompt: `Who owns zone ${i}?`, answer: "Another." })],
    ]),
  );
  const household = await aHousehold({ ...documents, ...others });
  const few = await openAsks(household, "few");
  expect([few.ofTwo.length, few.pairs.length, few.more]).toEqual([1, 2, 3]);
  const all = await openAsks(household, "all");
  expect([all.ofTwo.length, all.pairs.length, all.more]).toEqual([1, 5, 0]);
});

test("an answer counts for the duplicates in the same two documents where the learner says so", async () => {
  const { questions, left } = await answered({ answer: "same", alike: "on" });
  expect(questions).toBe(4);
  expect(left).toEqual([["content/a.md", "content/c.md"]]);
});

test("what was answered at once is told in one, and taken back at once", async () => {
  const household = await aHousehold(documents);
  const [ask] = (await openAsks(household, "few")).ofTwo;
  await answerAsk(household, { ask: ask?.id, answer: "same", alike: "on" });
  const merges = await recentMerges(household);
  expect(merges).toMatchObject([{ from: TWICE[0], into: TWICE[0], others: 2 }]);
  await undoMerge(household, { ask: merges[0]?.ask, alike: "on" });
  expect(await questionIds(household)).toHaveLength(7);
  expect(await recentMerges(household)).toEqual([]);
});

test("two questions of each pair where the learner says that", async () => {
  const { questions, left } = await answered({ answer: "different", alike: "on" });
  expect(questions).toBe(7);
  expect(left).toEqual([["content/a.md", "content/c.md"]]);
});

test("an answer counts for its own pair alone otherwise", async () => {
  expect(await answered({ answer: "same" })).toMatchObject({ questions: 6 });
});
