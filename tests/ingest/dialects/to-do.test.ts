import { describe, expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

const promptsIn = (source: string) => questionsIn(source).questions.map(({ prompt }) => prompt);

describe("lists of what is to be done", () => {
  test("ask nothing: boxes, checklists, the steps of an exercise", () => {
    expect(
      promptsIn("- [ ] Read it\n- [x] What is a closure? Write\n- [ ] Build an app\n"),
    ).toEqual([]);
    expect(
      promptsIn("## Release checklist\n\n- [ ] Are there tests?\n- [ ] Is it fast?\n"),
    ).toEqual([]);
    const steps = "1. Create a directory\n2. Make it a repository\n3. Commit your file\n";
    expect(promptsIn(`### Steps\n\n${steps}\n### After\n\n* What is a commit?\n`)).toEqual([
      "What is a commit?",
    ]);
  });

  test("ask where they do", () => {
    expect(promptsIn("- [ ] What is a closure?\n- [ ] What is a promise?\n")).toHaveLength(2);
    expect(promptsIn("1. Run `plan`. What will it do?\n2. Explain the state.\n")).toHaveLength(2);
  });
});
