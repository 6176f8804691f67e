import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);

describe("choices below a number of a list", () => {
  test("stay with its question, and the answer below them answers it", () => {
    const source = `### Brokers

30. What does replication across centres aim at?
- [ ] High throughput
- [ ] Recovery

**Answer:** Recovery

**Explanation:** The other centre has the data.

31. Select two features that help to scale.
- [ ] Encryption
- [ ] Partitions

**Answer:** Partitions
`;
    expect(pairsIn(source)).toEqual([
      [
        "What does replication across centres aim at?\n\n- [ ] High throughput\n- [ ] Recovery",
        "Recovery\n\n**Explanation:** The other centre has the data.",
      ],
      [
        "Select two features that help to scale.\n\n- [ ] Encryption\n- [ ] Partitions",
        "Partitions",
      ],
    ]);
  });
});

describe("choices in paragraphs of their own", () => {
  const choices = "A. Move it to a machine.\n\nB. Put it behind a filter.\n\nC. Leave it.";

  test("are no answer that begins with A", () => {
    const source = `# architect-01\n\nUsers complain. What should you do?\n\n${choices}\n\n## Feedback\n\nB is right.\n`;
    expect(pairsIn(source)).toEqual([
      [
        `architect-01\n\nUsers complain. What should you do?\n\n${choices}`,
        "## Feedback\n\nB is right.",
      ],
    ]);
  });

  test("stay with a question behind a label", () => {
    const source = `Q1: What should you do?\n\n${choices}\n\nAnswer: B\n\nQ2: Why?\n\nA: It filters.\n`;
    expect(pairsIn(source)).toEqual([
      [`What should you do?\n\n${choices}`, "B"],
      ["Why?", "It filters."],
    ]);
  });
});

describe("a right choice that is marked", () => {
  const first = "### 1. Which stores objects?\n\n";
  const rest = "\n\n### 2. Which is a queue?\n\n- A) SNS\n- B) SQS\n\n**Answer:** B\n";
  const bare = "- A) EC2\n- B) S3\n- C) RDS";

  test.each([
    ["a sign behind it", "- A) EC2\n- B) S3 ✅\n- C) RDS"],
    ["a sign before it", "- A) EC2\n- ✔️ B) S3\n- C) RDS"],
    ["bold letters", "- A) EC2\n- **B) S3**\n- C) RDS"],
    ["bold letters after its own", "- A) EC2\n- B) **S3**\n- C) RDS"],
    ["a word in brackets", "- A) EC2\n- B) S3 **(Correct)**\n- C) RDS"],
  ])("by %s shows so with the answer only", (_, marked) => {
    expect(pairsIn(first + marked + rest)[0]).toEqual([`Which stores objects?\n\n${bare}`, marked]);
  });

  test("on lines of a list item shows so with the answer only", () => {
    const source = `1. Which stores objects?
   a) EC2
   **b) S3**

2. Which is a queue?
   a) SNS
   **b) SQS**
`;
    expect(pairsIn(source)).toEqual([
      ["Which stores objects?\n\na) EC2\nb) S3", "a) EC2\n**b) S3**"],
      ["Which is a queue?\n\na) SNS\nb) SQS", "a) SNS\n**b) SQS**"],
    ]);
  });

  test("is none where all are written so", () => {
    const all = "- **A) EC2**\n- **B) S3**";
    expect(pairsIn(`${first}${all}\n\n**Answer:** B${rest}`)[0]).toEqual([
      `Which stores objects?\n\n${all}`,
      "**Answer:** B",
    ]);
  });
});

test("an item below choices that says the answer begins it", () => {
  const source = `**Question 1**
Which language is it written in?
* A) Python
* B) ABAP
* **Correct Answer:** B) ABAP
* **Why:** It is theirs.

---

**Question 2**
Which one runs it?
* A) Apex
* B) A server
* **Correct Answer:** B) A server
`;
  expect(pairsIn(source)).toEqual([
    [
      "Which language is it written in?\n* A) Python\n* B) ABAP",
      "* **Correct Answer:** B) ABAP\n* **Why:** It is theirs.",
    ],
    ["Which one runs it?\n* A) Apex\n* B) A server", "* **Correct Answer:** B) A server"],
  ]);
});

test("a fold that says Response answers the numbered question above it", () => {
  const source = `## Question 1:\nWhich is kept?\n\n1. Logs.\n2. Nothing.\n\n<details>\n<summary>Response:</summary>\n\nIt is 1.\n\n</details>\n`;
  expect(pairsIn(source)).toEqual([["Which is kept?\n\n1. Logs.\n2. Nothing.", "It is 1."]]);
});

test.each([
  ["Questão 1", "**Resposta correta:** B"],
  ["Câu 1:", "**Đáp án: B**"],
  ["Вопрос 1", "**Правильный ответ:** B"],
  ["Question 1", "**Correct Answers:** B"],
])("%s and its answer are found in that language", (title, answer) => {
  const source = `### ${title}\n\nPort 443?\n\nA) 80\nB) 443\n\n${answer}\n`;
  expect(pairsIn(source)).toEqual([["Port 443?\n\nA) 80\nB) 443", answer]]);
});

describe("a flashcard whose answer stands below a blank line", () => {
  test("has all of it up to the next card or heading", () => {
    const source = `What is an event loop?\n?\n\n\`\`\`js\nrun();\n\`\`\`\n\nIt runs.\n\nWhat is a task?\n?\nA piece.\n\n# Other\n\nText.\n`;
    expect(pairsIn(source)).toEqual([
      ["What is an event loop?", "```js\nrun();\n```\n\nIt runs."],
      ["What is a task?", "A piece."],
    ]);
  });
});

test("a link back to the contents is of no answer", () => {
  const source = `## What is A?\n\nOne.\n\n[Table of Contents](#top)\n\n## What is B?\n\nTwo.\n\n[Table of Contents](#top)\n`;
  expect(pairsIn(source)).toEqual([
    ["What is A?", "One."],
    ["What is B?", "Two."],
  ]);
});

describe("choices with round boxes", () => {
  test("stay with the question, the tick with the answer, in lists and on lines", () => {
    const source = `### 1. Which one purrs?

- ( ) A dog
- (x) A cat

### 2. Which one barks?

(X) A dog
( ) A cat

### 3. Which of them bite?

[[X]] A dog
[[ ]] A fish
`;
    expect(pairsIn(source)).toEqual([
      ["Which one purrs?\n\n- ( ) A dog\n- ( ) A cat", "- ( ) A dog\n- (x) A cat"],
      ["Which one barks?\n\n( ) A dog\n( ) A cat", "(X) A dog\n( ) A cat"],
      ["Which of them bite?\n\n[[ ]] A dog\n[[ ]] A fish", "[[X]] A dog\n[[ ]] A fish"],
    ]);
  });

  test("are none where all are letters of a count", () => {
    const source = "### What must hold?\n\n- (x) the last of ten\n- (x) and again\n";
    expect(pairsIn(source)).toEqual([
      ["What must hold?", "- (x) the last of ten\n- (x) and again"],
    ]);
  });
});

describe("a statement above choices of which one is ticked", () => {
  const question = (title: string) => `### ${title}\n\n- [x] Yes\n- [ ] No\n\n`;

  test("asks where others of its level do", () => {
    const source = `# Exam\n\n${["Is it up?", "All data is encrypted.", "Is it far?", "Is it old?"].map(question).join("")}`;
    expect(pairsIn(source).map(([prompt]) => prompt.split("\n")[0])).toEqual([
      "Is it up?",
      "All data is encrypted.",
      "Is it far?",
      "Is it old?",
    ]);
  });

  test("is a plan where none does", () => {
    const source = `# Project\n\n## What is it?\n\nA tool.\n\n## Roadmap\n\n- [x] One\n- [ ] Two\n\n## Why use it?\n\nIt is fast.\n`;
    expect(pairsIn(source).map(([prompt]) => prompt)).toEqual(["What is it?", "Why use it?"]);
  });
});

describe("a quiz that ends an answer", () => {
  test("below a heading of its own leaves the answer with the question", () => {
    const quiz = "##### Try it\n\n**1.** Which one?\n\n- **a)** This.\n- **b)** That.";
    const source = `## What is JSX?\n\nMarkup in scripts.\n\n${quiz}\n\n## What is a prop?\n\nA value.\n`;
    expect(pairsIn(source)).toEqual([
      ["What is JSX?", `Markup in scripts.\n\n${quiz}`],
      ["What is a prop?", "A value."],
    ]);
  });
});

test("a fold to expand for the solution answers what stands above it", () => {
  const fold = "<details><summary>Expand here to see the solution</summary>\n\n`ls`\n\n</details>";
  const source = `# Shell\n\n## Listing\n\nWhich command lists files?\n\n${fold}\n`;
  expect(pairsIn(source)).toEqual([["Listing\n\nWhich command lists files?", "`ls`"]]);
});
