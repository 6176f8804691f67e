import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);

describe("a table of questions and answers", () => {
  test("has a question in each row, with its line, pipes and breaks", () => {
    const source = `# Redis

| Question | Answer |
|:---------|-------:|
| What is \`a \\| b\`? | One **or** the other |
| What is \`EXPIRE\`? | It gives a time to live.<br>After that the key is gone. |
| What is left? | |
`;
    const { questions } = questionsIn(source);
    expect(pairs(questions)).toEqual([
      ["What is `a | b`?", "One **or** the other"],
      ["What is `EXPIRE`?", "It gives a time to live.\n\nAfter that the key is gone."],
      ["What is left?", null],
    ]);
    expect(questions.map(({ line, headings }) => [line, headings])).toEqual([
      [5, ["Redis"]],
      [6, ["Redis"]],
      [7, ["Redis"]],
    ]);
  });

  test("may say number, topic, tags and difficulty", () => {
    const source = `| # | Topic | **Q** | A | Level | Tags |
|---|---|---|---|---|---|
| 3 | Slots | How many are there? | 16384 | easy | cluster, slots |
`;
    expect(questionsIn(source).questions).toMatchObject([
      {
        number: 3,
        headings: ["Slots"],
        prompt: "How many are there?",
        tags: ["cluster", "slots"],
        difficulty: "easy",
      },
    ]);
  });

  test("may be a glossary, but not in an answer", () => {
    const table = "| Term | Definition |\n|---|---|\n| Glue | Addresses |\n| Zone | A part |\n";
    expect(pairsIn(`# Glossary\n\n${table}`)).toEqual([
      ["Glue", "Addresses"],
      ["Zone", "A part"],
    ]);
    expect(pairsIn(`## What is DNS?\n\n${table}`)).toEqual([["What is DNS?", table.trim()]]);
    const words = `### Its words\n\n${table.trim()}`;
    expect(pairsIn(`## What is DNS?\n\n${words}\n`)).toEqual([["What is DNS?", words]]);
  });

  test("is none where it is the truth table of a circuit", () => {
    const table = "| A | B | Q |\n|---|---|---|\n| 0 | 1 | 0 |\n| 1 | 1 | 1 |";
    expect(pairsIn(`## What is an AND gate?\n\n${table}\n`)).toEqual([
      ["What is an AND gate?", table],
    ]);
  });

  test("has no number that no database could hold", () => {
    const source =
      "| # | Q | A |\n|---|---|---|\n| 9999999999 | Why? | So. |\n| 2. | How? | Thus. |\n";
    expect(questionsIn(source).questions.map(({ number }) => number)).toEqual([null, 2]);
    const [labelled] = questionsIn("Q9999999999: Why?\nA: So.\n").questions;
    expect(labelled?.number).toBeNull();
  });

  test("is none where it leads to questions, or has no answers", () => {
    const contents = "| No. | Question |\n|---|---|\n| 1 | [What?](#what) |\n";
    expect(pairsIn(`${contents}\n## What?\n\nSo.\n`)).toEqual([["What?", "So."]]);
    expect(pairsIn("| Field | Description |\n|---|---|\n| id | A number |\n")).toEqual([]);
  });

  test("is read once, where it is part of an answer above it", () => {
    const source = `## Lists

1. **What is QUIC?**
   A transport.
2. **What is HTTP/2?**
   A protocol.

| Question | Answer |
|---|---|
| What is HPACK? | Compression. |
`;
    expect(questionsIn(source).questions).toHaveLength(2);
  });
});

describe("a callout that asks", () => {
  test("holds its answer, open, folded, or in a callout of its own", () => {
    const source = `## Databases

> [!question] What is an index?
> It finds rows.
>
> - B-tree

> [!faq]- Why not index everything?
> Each write pays.

> [!question] What is a covering index?
> It may hold more columns.
> > [!answer]
> > One that holds all of a query.

> [!QUESTION]
> What is a phantom read?
>
> A row that appears.

> [!note] A note
> No question.
`;
    const { questions } = questionsIn(source);
    expect(pairs(questions)).toEqual([
      ["What is an index?", "It finds rows.\n\n- B-tree"],
      ["Why not index everything?", "Each write pays."],
      ["What is a covering index?\n\nIt may hold more columns.", "One that holds all of a query."],
      ["What is a phantom read?", "A row that appears."],
    ]);
    expect(questions.map(({ line }) => line)).toEqual([3, 8, 11, 16]);
  });

  test("has its answer below it, where it holds nothing", () => {
    const source = `> [!question] What is MVCC?

Many versions of a row.

> [!question]- What is WAL?

> [!success]- Answer
> A log written first.
`;
    expect(pairsIn(source)).toEqual([
      ["What is MVCC?", "Many versions of a row."],
      ["What is WAL?", "A log written first."],
    ]);
  });

  test("may quote something before the callout of its answer", () => {
    const source = `> [!question] What does this mean?
> > Premature optimisation is the root of all evil.
>
> > [!answer]
> > Measure first.
`;
    expect(pairsIn(source)).toEqual([
      [
        "What does this mean?\n\n> Premature optimisation is the root of all evil.",
        "Measure first.",
      ],
    ]);
  });
});
