import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);

describe("labels of questions and answers", () => {
  test.each([
    ["**Frage 1:** Was ist ein Index?\n\n**Antwort:** Er findet Zeilen.", "Was ist ein Index?", 1],
    ["Pregunta 2: ¿Qué es DNS?\nRespuesta: Nombres.", "¿Qué es DNS?", 2],
    ["**Вопрос 3.** Что такое поток?\n\n**Ответ.** Часть процесса.", "Что такое поток?", 3],
    ["问题4：什么是闭包？\n答案：函数和它的作用域。", "什么是闭包？", 4],
    ["问：什么是闭包？\n答：函数和它的作用域。", "什么是闭包？", null],
    ["**Question 5**: What is a hook?\n**Answer**: A function.", "What is a hook?", 5],
    ["*Q: What is a monad?*\n\nA: A monoid.", "What is a monad?", null],
    ["Q. What is a hash?\n\nAns. A number.", "What is a hash?", null],
    ["Q. What is a hash?\nA. A number.", "What is a hash?", null],
    ["**Front:** What is a mutex?\n**Back:** A lock.", "What is a mutex?", null],
  ])("are read in %j", (source, prompt, number) => {
    expect(questionsIn(source).questions).toMatchObject([
      { prompt, number, answer: { markdown: expect.stringMatching(/^[^:：*]+[.。]$/) } },
    ]);
  });

  test("begin an answer on the line after them", () => {
    expect(
      pairsIn("**Q1: What is a hook?**\n\n**Answer:**\n  \nA function.\n\n- of state\n"),
    ).toEqual([["What is a hook?", "A function.\n\n- of state"]]);
  });

  test("stay with the bold that they share with their answer", () => {
    expect(pairsIn("**Q: What is a hook?**\n\n**A: A function.** And more.")).toEqual([
      ["What is a hook?", "**A: A function.** And more."],
    ]);
    expect(pairsIn("## What is a hook?\n\n**Answer: A function.**\n\nAnd more.")).toEqual([
      ["What is a hook?", "**Answer: A function.**\n\nAnd more."],
    ]);
  });

  test("are no label where choices are lettered", () => {
    expect(questionsIn("Q: Which is a tag?\nA: `<h1>`\nB: `<head1>`\n").questions).toMatchObject([
      { prompt: "Which is a tag?\nA: `<h1>`\nB: `<head1>`", answer: null, kind: "choice" },
    ]);
  });
});

describe("an answer under a heading", () => {
  test("may be marked by a bold line, and make its heading a question", () => {
    const source = `## Basics

### 1. Pods and Deployments

**Answer**

A Deployment keeps Pods.

**Explanation:** It replaces them.

### 2. Services

**Answer**
A name for Pods.
`;
    expect(pairsIn(source)).toEqual([
      ["Pods and Deployments", "A Deployment keeps Pods.\n\n**Explanation:** It replaces them."],
      ["Services", "A name for Pods."],
    ]);
  });

  test("may stand in the paragraph of its question or of its choices", () => {
    const source = `### 1. Which keyword defines a function?

A) fun
B) def
Answer: B

### 2. None

What is its type?
**Answer:** NoneType.
`;
    expect(questionsIn(source).questions).toMatchObject([
      {
        prompt: "Which keyword defines a function?\n\nA) fun\nB) def",
        answer: { markdown: "Answer: B" },
        kind: "choice",
      },
      { prompt: "None\n\nWhat is its type?", answer: { markdown: "NoneType." } },
    ]);
  });

  test("is not begun by the first of lettered choices", () => {
    const source = "### Which is inline?\n\nA. div\nB. span\n\nAnswer: B\n";
    expect(pairsIn(source)).toEqual([["Which is inline?\n\nA. div\nB. span", "Answer: B"]]);
  });
});

describe("headings with decoration", () => {
  test("ask without it, and name topics without any of their number", () => {
    const source = `# 🚀 AWS

## 1.2 Storage

### ❓ What is S3?

Objects.

### 🔥 3️⃣ Explain lifecycle rules

They move objects.

### 3、说说事件循环

同步代码，微任务，宏任务。
`;
    expect(questionsIn(source).questions).toMatchObject([
      { prompt: "What is S3?", headings: ["AWS", "Storage"], number: null },
      { prompt: "Explain lifecycle rules", headings: ["AWS", "Storage"] },
      { prompt: "说说事件循环", number: 3 },
    ]);
  });
});

describe("list items with an answer", () => {
  test("have it on their next line, without its indent", () => {
    const source = `1. What is a topic?
   A named log.

   - in partitions

2. **What is an offset?**
    A place in it.
`;
    expect(pairsIn(source)).toEqual([
      ["What is a topic?", "A named log.\n\n- in partitions"],
      ["What is an offset?", "A place in it."],
    ]);
  });

  test("have it below, where each stands alone", () => {
    const source = "1) What is TCP?\n\nOrdered bytes.\n\n2) Explain its handshake.\n\nSYN, ACK.\n";
    expect(pairsIn(source)).toEqual([
      ["What is TCP?", "Ordered bytes."],
      ["Explain its handshake.", "SYN, ACK."],
    ]);
  });

  test("have choices on their next lines", () => {
    const source = `1. What does it stand for?
   a) Markup
   b) Mark up

   **Answer: a**
`;
    expect(questionsIn(source).questions).toMatchObject([
      {
        prompt: "What does it stand for?\n\na) Markup\nb) Mark up",
        answer: { markdown: "**Answer: a**" },
        kind: "choice",
      },
    ]);
  });
});

test("a sign may stand before the word, and choices stay with the question", () => {
  const source = `### 1. Which record names a mail server?
A) \`A\`
B) \`MX\`
**✅ Correct Answer: B**

### 2. Which one is an alias?
A) \`CNAME\`
B) \`NS\`
**✅ Correct Answer: A**
`;
  const { questions } = questionsIn(source);
  expect(questions.map(({ prompt, kind }) => [prompt, kind])).toEqual([
    ["Which record names a mail server?\n\nA) `A`\nB) `MX`", "choice"],
    ["Which one is an alias?\n\nA) `CNAME`\nB) `NS`", "choice"],
  ]);
  expect(questions.map(({ answer }) => answer?.markdown)).toEqual([
    "**✅ Correct Answer: B**",
    "**✅ Correct Answer: A**",
  ]);
});

test("Russian questions are seen without a question mark", () => {
  const source = `# Очереди

### Можно ли читать дважды

Да, до подтверждения.

### Назовите виды очередей

Две.

### Сколько читателей бывает

Много.
`;
  expect(pairsIn(source)).toEqual([
    ["Можно ли читать дважды", "Да, до подтверждения."],
    ["Назовите виды очередей", "Две."],
    ["Сколько читателей бывает", "Много."],
  ]);
});

describe("an answer in a quote", () => {
  const choices = "- A) `ROWS`\n- B) `RANGE`";
  const quote = "> **Answer: B** — so it is.\n> **Explanation:** By default.";

  test.each([
    ["a heading", "### Which is it?\n\n"],
    ["a label", "**Q1: Which is it?**\n\n"],
    ["a bold line", "**Which is it?**\n"],
    ["a number in bold", "**1. What came first**\n\nOne.\n\n**2. Which is it?**\n"],
    ["a numbered heading", "#### Question 7\n\nWhich is it?\n\n"],
  ])("is that of the choices above it, below %s", (_, asked) => {
    const { questions } = questionsIn(`${asked}${choices}\n\n${quote}\n`);
    expect(questions.at(-1)).toMatchObject({
      prompt: `Which is it?\n\n${choices}`,
      answer: { markdown: quote },
      kind: "choice",
    });
  });

  test("is that of a list's item, and of a text without choices", () => {
    const indented = `${choices}\n${quote}`.replaceAll("\n", "\n   ");
    expect(questionsIn(`1. Which is it?\n   ${indented}\n`).questions).toMatchObject([
      { prompt: `Which is it?\n\n${choices}`, answer: { markdown: quote } },
    ]);
    expect(pairsIn("## Sizing\n\nYou have two rows.\n\n> **Answer:** One server.\n")).toEqual([
      ["Sizing\n\nYou have two rows.", "> **Answer:** One server."],
    ]);
  });
});

describe("bold lines that begin with a label", () => {
  const source = `## Interview Q&A

**Q: When do you need several agents?**
When roles differ.

**Q: What does a supervisor buy?**
One place for decisions.

- and a log
`;

  test("have their answers below them, where none is labelled", () => {
    expect(pairsIn(source)).toEqual([
      ["When do you need several agents?", "When roles differ."],
      ["What does a supervisor buy?", "One place for decisions.\n\n- and a log"],
    ]);
  });

  test("keep their labels where answers have some", () => {
    expect(pairsIn("**Q: What is A?**\n\nNot B.\n\n**A:** One.\n")).toEqual([
      ["What is A?\n\nNot B.", "One."],
    ]);
  });
});
