import { expect, test } from "vitest";
import { answerAsk, openAsks } from "@/lib/study/merges/asks";
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
  const [first] = (await openAsks(household)).pairs;
  expect(first).toMatchObject({ kind: "duplicate", alike: 2 });
  await answerAsk(household, { ask: first?.id, ...form });
  const { pairs } = await openAsks(household);
  return {
    questions: (await questionIds(household)).length,
    left: pairs.map(({ questions }) => questions.map(({ path }) => path)),
  };
}

test("an answer counts for the duplicates in the same two documents where the learner says so", async () => {
  const { questions, left } = await answered({ answer: "same", alike: "on" });
  expect(questions).toBe(4);
  expect(left).toEqual([["content/a.md", "content/c.md"]]);
});

test("two questions of each pair where the learner says that", async () => {
  const { questions, left } = await answered({ answer: "different", alike: "on" });
  expect(questions).toBe(7);
  expect(left).toEqual([["content/a.md", "content/c.md"]]);
});

test("an answer counts for its own pair alone otherwise", async () => {
  expect(await answered({ answer: "same" })).toMatchObject({ questions: 6 });
});
