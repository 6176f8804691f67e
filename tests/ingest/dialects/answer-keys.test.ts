import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);
const answersIn = (source: string) => pairsIn(source).map(([, answer]) => answer);

const CHOICES = `# Quiz

**Q1.** Which port does HTTPS use?

- A) 80
- B) 443

**Q2.** Which layer is IP of?

- A) Network
- B) Transport

**Q3.** DNS resolves:

- A) Names
- B) Routes
`;

const LIST = `# Models

## Exercises
1. What is a model?
2. What are its two phases?
3. Why is new data kept apart?
`;

describe("answers at a document's end", () => {
  test("go from a numbered list to the questions of their numbers", () => {
    expect(pairsIn(`${CHOICES}\n## Answer key\n\n1. **B** — it is.\n2. A\n3. A\n`)).toEqual([
      ["Which port does HTTPS use?\n\n- A) 80\n- B) 443", "**B** — it is."],
      ["Which layer is IP of?\n\n- A) Network\n- B) Transport", "A"],
      ["DNS resolves:\n\n- A) Names\n- B) Routes", "A"],
    ]);
  });

  test("may stand in a fold, with text of several paragraphs", () => {
    const key = `## Answers

<details>
<summary>Click to reveal</summary>

1. **B** — because.

   And more.

2. **A**

3. **A**

</details>

## Next week

Read on.
`;
    expect(answersIn(`${CHOICES}\n${key}`)).toEqual([
      "**B** — because.\n\nAnd more.",
      "**A**",
      "**A**",
    ]);
  });

  test("may be in a fold that says so itself", () => {
    const key = `<details><summary>Answers</summary>\n\n1. B\n2. A\n3. A\n\n</details>\n\nBye.`;
    expect(answersIn(`${CHOICES}\n${key}\n`)).toEqual(["B", "A", "A"]);
  });

  test("may be a table", () => {
    const key = `### Answer Key\n\n| Q# | Answer | Level |\n|---|---|---|\n| 1 | B | easy |\n| 2 | A | easy |\n| 3 | A | hard |\n`;
    expect(answersIn(`${CHOICES}\n${key}`)).toEqual(["B", "A", "A"]);
  });

  test("may be on one line", () => {
    const key = "Answers: 1. A rule (see 2.5). 2. Training, then use. 3. To see what was learnt.";
    expect(answersIn(`${LIST}\n${key}\n\n## Ethics\n\nText.\n`)).toEqual([
      "A rule (see 2.5).",
      "Training, then use.",
      "To see what was learnt.",
    ]);
    expect(answersIn(`${CHOICES}\n**Answers:** 1-B, 2-A, 3-A\n`)).toEqual(["B", "A", "A"]);
  });

  test("may be bold numbers with lists below", () => {
    const key = `### Answer Key & Explanations\n\n**1. Model:**\n* a rule\n\n**2.** Two.\n\n**3. Data:** It tests.\n`;
    expect(answersIn(`${LIST}\n${key}`)).toEqual([
      "**Model:**\n* a rule",
      "Two.",
      "**Data:** It tests.",
    ]);
  });

  test("may be headings, which lose the title that the question has", () => {
    const source = `# Assessment

## Question 1: Protocols

Explain I2C.

## Question 2: Timers

What is its frequency?

---

## Answer Key

### Answer 1: Protocols

**I2C**: two wires.

1. clock
2. data

### Answer 2: Timers

1000 Hz
`;
    expect(answersIn(source)).toEqual(["**I2C**: two wires.\n\n1. clock\n2. data", "1000 Hz"]);
  });

  test("belong to the questions above them, part by part", () => {
    const source = `## One\n\n1. What is A?\n2. What is B?\n\n### Answers\n\n1. a\n2. b\n\n## Two\n\n1. What is C?\n2. What is D?\n\n### Answers\n\n1. c\n2. d\n`;
    expect(answersIn(source)).toEqual(["a", "b", "c", "d"]);
  });

  test("go by their order where the questions have no numbers", () => {
    const source = `- What is A?\n- What is B?\n\n## Solutions\n\n1. a\n2. b\n`;
    expect(answersIn(source)).toEqual(["a", "b"]);
  });

  test("are looked for in other languages", () => {
    const source = `1. ¿Qué es A?\n2. ¿Qué es B?\n\n## Respuestas\n\n1. a\n2. b\n`;
    expect(answersIn(source)).toEqual(["a", "b"]);
  });
});

describe("what is no key", () => {
  test("the steps of one question's answer", () => {
    const source = `## What is A?\n\n### Answers\n\n1. a\n2. b\n\n## What is B?\n\n### Answers\n\n1. c\n2. d\n`;
    expect(answersIn(source)).toEqual(["1. a\n2. b", "1. c\n2. d"]);
  });

  test("a title over questions and answers", () => {
    const source = `# Questions and Answers\n\n## 1. What is A?\n\na\n\n## 2. What is B?\n\nb\n`;
    expect(answersIn(source)).toEqual(["a", "b"]);
  });

  test("solutions below questions that have answers", () => {
    const source = `## 1. What is A?\n\na\n\n## 2. What is B?\n\nb\n\n### Solutions\n\n1. one\n2. two\n`;
    expect(answersIn(source)).toEqual(["a", expect.stringContaining("one")]);
  });
});
