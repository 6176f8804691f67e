import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

/** Texts in the shapes of well-known public collections; the words are our own. */

const pairsIn = (source: string) => pairs(questionsIn(source).questions);
const namesIn = (source: string) => questionsIn(source).dialects.map(({ dialect }) => dialect.name);
const topicsIn = (source: string) => questionsIn(source).questions.map(({ headings }) => headings);

describe("numbered list items that hold a heading", () => {
  const source = `# Queues, asked and answered

### Table of Contents

| No. | Questions |
| --- | --------- |
| 1 | [What is a queue?](#what-is-a-queue) |
| 2 | [What is a dead letter?](#what-is-a-dead-letter) |

## Core

1.  ### What is a queue?

    A line of messages:

    \`\`\`js
    queue.send({
      id: 1,
    });
    \`\`\`

    - first in
      - first out

    **[⬆ Back to Top](#table-of-contents)**

2.  ### What is a dead letter?

A message that nobody could take.

    **[⬆ Back to Top](#table-of-contents)**

3. ### What is a poison pill

    One that kills its reader.

### Exercise

#### 1. What is the output of this code?

\`\`\`js
console.log([].length);
\`\`\`

- 1: 0
- 2: undefined

<details><summary><b>Answer</b></summary>
<p>

##### Answer: 1

An empty array has no items.

</p>
</details>

**[⬆ Back to Top](#table-of-contents)**
`;

  test("give the rest of the item as answer, without its indent and without the way back up", () => {
    expect(pairsIn(source).slice(0, 3)).toEqual([
      [
        "What is a queue?",
        "A line of messages:\n\n```js\nqueue.send({\n  id: 1,\n});\n```\n\n- first in\n  - first out",
      ],
      ["What is a dead letter?", "A message that nobody could take."],
      ["What is a poison pill", "One that kills its reader."],
    ]);
  });

  test("may be followed by headings with choices and a folded answer", () => {
    const { questions } = questionsIn(source);
    expect(namesIn(source)).toEqual(["list-question", "heading-question"]);
    expect(questions[3]).toMatchObject({
      number: 1,
      kind: "choice",
      headings: ["Queues, asked and answered", "Core", "Exercise"],
      prompt:
        "What is the output of this code?\n\n```js\nconsole.log([].length);\n```\n\n- 1: 0\n- 2: undefined",
      answer: { markdown: "##### Answer: 1\n\nAn empty array has no items." },
    });
    expect(questions).toHaveLength(4);
  });
});

describe("numbered list items over several lists", () => {
  test("keep a heading of an answer within it, where the numbers go on", () => {
    const source = `## Core

1. ### What is call?

It calls.

---

#### Example

Like this.

2. ### What is apply?

   It applies.

## More

3. ### What is bind?

   It binds.
`;
    expect(pairsIn(source)).toEqual([
      ["What is call?", "It calls.\n\n---\n\n#### Example\n\nLike this."],
      ["What is apply?", "It applies."],
      ["What is bind?", "It binds."],
    ]);
    expect(topicsIn(source)).toEqual([["Core"], ["Core"], ["More"]]);
  });

  test("are lists also after a link back up that is indented too far", () => {
    const source = `1. ### What is hoisting

Text.

\`\`\`js
2. ### no item
\`\`\`

    **[⬆ Back to Top](#contents)**

2. ### What is a class

   A shape.
`;
    expect(pairsIn(source)).toEqual([
      ["What is hoisting", "Text.\n\n```js\n2. ### no item\n```"],
      ["What is a class", "A shape."],
    ]);
    expect(questionsIn(source).questions.map(({ line }) => line)).toEqual([1, 11]);
  });
});

describe("a heading a question", () => {
  test("under topics of the same level, each with a way back up", () => {
    const source = `# Node

## Table of Contents

* [Introduction](#-1-introduction)
* [Streams](#-2-streams)

<br/>

## # 1. INTRODUCTION

<br/>

## Q. ***What is Node?***

A runtime.

### Example

\`node app.js\`

<div align="right">
    <b><a href="#table-of-contents">↥ back to top</a></b>
</div>

## # 2. STREAMS

## Q. Why are there *streams*?

So that \`<script>\` files fit in memory.
`;
    expect(pairsIn(source)).toEqual([
      ["What is Node?", "A runtime.\n\n### Example\n\n`node app.js`"],
      ["Why are there *streams*?", "So that `<script>` files fit in memory."],
    ]);
    expect(topicsIn(source)).toEqual([
      ["Node", "Introduction"],
      ["Node", "Streams"],
    ]);
  });

  test("with contents before, and tasks among the questions", () => {
    const source = `# Browser

## Table of Contents

- [What does \`async\` do?](#what-does-async-do)
- [Explain events](#explain-events)

## Questions

### What does \`async\` do?

It waits for nothing.

[[↑] Back to top](#table-of-contents)

### Explain events

They bubble.

### Where do cookies go?

Along.

### Cookies

Small texts.

## License

MIT
`;
    expect(pairsIn(source)).toEqual([
      ["What does `async` do?", "It waits for nothing."],
      ["Explain events", "They bubble."],
      ["Where do cookies go?", "Along."],
      ["Cookies", "Small texts."],
    ]);
  });

  test("with boxes to tick: the right one shows in the answer alone", () => {
    const source = `## Git

#### Q1. Which command shows the version?

- [ ] git --v
- [x] git --version

[Reference](https://example.org)

#### Q2. Which is code?

- [ ] A

\`\`\`sh
a
\`\`\`

- [x] B

\`\`\`sh
b
\`\`\`
`;
    const { questions } = questionsIn(source);
    expect(questions).toMatchObject([
      {
        number: 1,
        kind: "choice",
        prompt: "Which command shows the version?\n\n- [ ] git --v\n- [ ] git --version",
        answer: {
          markdown: "- [ ] git --v\n- [x] git --version\n\n[Reference](https://example.org)",
        },
      },
      { number: 2, kind: "choice" },
    ]);
    expect(questions[1]?.prompt).not.toContain("[x]");
    expect(questions[1]?.answer?.markdown).toContain("- [x] B");
  });

  test("with lettered choices and the answer in bold", () => {
    const source = `### Q. Which one runs a file?

- A) \`node run a.js\`
- B) \`node a.js\`

**Answer: B) \`node a.js\`**

> The file is all it takes.

### Q. And which one stops?

- A) exit
- B) halt

**Answer: A**
`;
    expect(pairsIn(source)).toEqual([
      [
        "Which one runs a file?\n\n- A) `node run a.js`\n- B) `node a.js`",
        "**Answer: B) `node a.js`**\n\n> The file is all it takes.",
      ],
      ["And which one stops?\n\n- A) exit\n- B) halt", "**Answer: A**"],
    ]);
  });

  test("whose folded answer has a heading of a higher level", () => {
    const source = `###### 1. What's the output?

\`\`\`js
1 + 1;
\`\`\`

- A: \`2\`
- B: \`11\`

<details><summary><b>Answer</b></summary>
<p>

#### Answer: A

They are numbers.

</p>
</details>

---

###### 2. What's logged?

- A: nothing
- B: all

<details><summary><b>Answer</b></summary>
<p>

#### Answer: B

So it is.

</p>
</details>
`;
    const { questions } = questionsIn(source);
    expect(questions).toMatchObject([
      { number: 1, kind: "choice", answer: { markdown: "#### Answer: A\n\nThey are numbers." } },
      { number: 2, kind: "choice", answer: { markdown: "#### Answer: B\n\nSo it is." } },
    ]);
  });
});

describe("folds", () => {
  test("hold an answer below their summary, with or without blank lines", () => {
    const source = `# Linux

### :penguin: <a name="basics">Basics</a>

###### System Questions (2)

<details>
<summary><b>What does <code>ls -al</code> show?</b></summary><br>
- All files
- with their owners

More of it.

</details>

<details>
<summary>Explain each of these:

  * touch
  * rm
</summary><br><b>

  * touch - makes a file
  * rm - removes it
</b></details>

<details>
<summary>Who are you?</summary><br><b>
</b></details>
`;
    const { questions } = questionsIn(source);
    expect(pairs(questions)).toEqual([
      ["What does `ls -al` show?", "- All files\n- with their owners\n\nMore of it."],
      [
        "Explain each of these:\n\n  * touch\n  * rm",
        "  * touch - makes a file\n  * rm - removes it",
      ],
      ["Who are you?", null],
    ]);
    expect(questions[0]?.headings).toEqual(["Linux", "Basics", "System Questions"]);
    expect(questions.map(({ line }) => line)).toEqual([7, 16, 27]);
  });

  test("within a fold have it for a topic", () => {
    const source = `<details><summary>Networks</summary>

<details><summary>What is DNS?</summary>

Names.

</details>

<details><summary>What is TCP?</summary>

Streams.

</details>

</details>
`;
    expect(pairsIn(source)).toEqual([
      ["What is DNS?", "Names."],
      ["What is TCP?", "Streams."],
    ]);
    expect(topicsIn(source)).toEqual([["Networks"], ["Networks"]]);
  });

  test("whose end was forgotten hide no topic", () => {
    const source = `## One

<details><summary>What is first?</summary>

A.

## Two

<details><summary>What is second?</summary>

B.

</details>
`;
    expect(topicsIn(source)).toEqual([["One"], ["Two"]]);
  });

  test("by the thousand, none of them closed, are read all the same", () => {
    const source = "<details><summary>### What?</summary>\n\nSo.\n\n".repeat(1000);
    const { questions } = questionsIn(source);
    expect(questions).toHaveLength(1000);
    expect(pairs(questions.slice(-1))).toEqual([["What?", "So."]]);
  });

  test("that say “Answer” answer the text before them", () => {
    const source = `1. What is printed?

\`\`\`js
1 + 1;
\`\`\`

- A: 2
- B: 11

<details><summary>Answer</summary>

A, as they are numbers.

</details>

---

And why?

<details><summary>Show answer</summary>Because.</details>
`;
    expect(pairsIn(source)).toEqual([
      ["What is printed?\n\n```js\n1 + 1;\n```\n\n- A: 2\n- B: 11", "A, as they are numbers."],
      ["And why?", "Because."],
    ]);
  });

  test("over contents or translations are not questions", () => {
    const source = `<details open><summary>Hide/Show table of contents</summary>

| No. | Questions |
| --- | --- |
| 1 | [What is DNS?](#what-is-dns) |

</details>

<details><summary><strong>See 2 Available Translations 🇩🇪🇫🇷</strong></summary>

- [🇩🇪 Deutsch](./de.md)
- [🇫🇷 Français](./fr.md)

</details>

## What is DNS?

Names.
`;
    expect(pairsIn(source)).toEqual([["What is DNS?", "Names."]]);
  });
});

describe("one question a file", () => {
  test("has an answer, key points, tags and a level", () => {
    const source = `### What is a closure?

#### Answer

A function with its scope.

#### Good to hear

* It keeps state.
* It hides names.

##### Additional links

* [Docs](https://example.org)

<!-- tags: (javascript,scope) -->

<!-- expertise: (1) -->
`;
    const { questions } = questionsIn(source);
    expect(namesIn(source)).toEqual(["question-file"]);
    expect(questions).toMatchObject([
      {
        prompt: "What is a closure?",
        answer: {
          markdown:
            "A function with its scope.\n\n##### Additional links\n\n* [Docs](https://example.org)",
        },
        tags: ["javascript", "scope"],
        difficulty: "1",
      },
    ]);
    expect(questions[0]?.points).toHaveLength(1);
  });

  test("may ask below its heading, or without one", () => {
    expect(pairsIn("# Two sum\n\nFind two that make ten.\n\n# Answer\n\nSort them.\n")).toEqual([
      ["Two sum\n\nFind two that make ten.", "Sort them."],
    ]);
    expect(pairsIn("Why is the sky blue?\n\n## Answer\n\nScattering.\n")).toEqual([
      ["Why is the sky blue?", "Scattering."],
    ]);
  });
});

describe("lines", () => {
  test("begin with Q: and A:, in bold or not, in one paragraph or several", () => {
    const source = `# Notes

Q: What is TTL?
A: How long a record is kept.
Q: And jitter?
A: A random delay.

- in backoff
- in polling

**Q2:** What is *idempotence*?

**A:** Twice is once.
`;
    expect(pairsIn(source)).toEqual([
      ["What is TTL?", "How long a record is kept."],
      ["And jitter?", "A random delay.\n\n- in backoff\n- in polling"],
      ["What is *idempotence*?", "Twice is once."],
    ]);
  });

  test("may be numbered with a full stop", () => {
    const source = "Q1. What is a B-tree?\n\nAns. A wide tree.\n\nQ2) And a heap?\nAns: A pile.\n";
    expect(pairsIn(source)).toEqual([
      ["What is a B-tree?", "A wide tree."],
      ["And a heap?", "A pile."],
    ]);
    expect(questionsIn(source).questions.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("Question: with code and no answer", () => {
    const source = "Question: What is `x`?\n```js\nlet x = 1;\n```\n\nQuestion: And `y`?\n";
    expect(pairsIn(source)).toEqual([
      ["What is `x`?\n\n```js\nlet x = 1;\n```", null],
      ["And `y`?", null],
    ]);
  });

  test("have :: between question and answer, and code and clozes are left alone", () => {
    const source = `#flashcards/cloud

## DNS

capital of names::root
What is an A record:: an address <!--SR:!2024-03-20,124,270-->
- \`std::vector\` is a type
- The {{c1::root}} is a dot
- glue record:::an address beside a name
`;
    expect(pairsIn(source)).toEqual([
      ["capital of names", "root"],
      ["What is an A record", "an address"],
      ["glue record", "an address beside a name"],
    ]);
    expect(pairsIn("Call std::sort and std::move here.\n")).toEqual([]);
  });

  test("have a line of ? between", () => {
    const source =
      "What is a zone\nin DNS?\n?\nA part of the tree.\nIt has a file.\n\nWhy glue\n??\n- loops\n- else\n";
    expect(pairsIn(source)).toEqual([
      ["What is a zone\nin DNS?", "A part of the tree.\nIt has a file."],
      ["Why glue", "- loops\n- else"],
    ]);
  });

  test("in bold are questions, answered by what follows", () => {
    const source = `## Linear models

**What is regression? 👶**

A line through points.

<br/>

**Q2. When is it *not* enough?**
When the points curve.
`;
    expect(pairsIn(source)).toEqual([
      ["What is regression? 👶", "A line through points."],
      ["When is it *not* enough?", "When the points curve."],
    ]);
  });
});

describe("lists of questions without answers", () => {
  const source = `* What is a CDN?
* Explain how \`this\` works.
  * What changed in ES6?
* Explain these headers:
  * ETag
  * Do Not Track

## Coding questions
* Make this work:
\`\`\`js
add(1)(2);
\`\`\`
`;

  test("are questions, and so are their follow-ups, which quote what they follow", () => {
    expect(pairsIn(source)).toEqual([
      ["What is a CDN?", null],
      ["Explain how `this` works.", null],
      ["> Explain how `this` works.\n\nWhat changed in ES6?", null],
      ["Explain these headers:\n\n* ETag\n* Do Not Track", null],
      ["> Explain these headers:\n\nETag", null],
      ["> Explain these headers:\n\nDo Not Track", null],
      ["Make this work:\n\n```js\nadd(1)(2);\n```", null],
    ]);
  });

  test("are not contents, badges, languages, steps or related projects", () => {
    for (const list of [
      "- [What is a CDN?](#what-is-a-cdn)\n- [Why cache?](#why-cache)",
      "1. [What is a CDN?](#what-is-a-cdn)\n   - [Why?](#why)",
      "- [Deutsch](de.md)\n- [Français](fr.md)",
      "- [![build](https://img.example.org/a.svg)](https://example.org)\n- [![b](b.svg)](https://example.org)",
      "1. Create a user\n2. Add the user to a group\n3. Write a policy for it",
    ])
      expect([list, pairsIn(`# About\n\n${list}\n`)]).toEqual([list, []]);
  });
});

describe("folds whose answer is laid out in HTML", () => {
  const list = [
    "    <ul>",
    "        <li>Say what came</li>",
    "        <li>Say why</li>",
    "    </ul>",
  ];

  test("a list stays a list, at the margin", () => {
    const fold = ["    <summary>What of a conflict?</summary>", ...list];
    expect(pairsIn(["<details>", ...fold, "</details>"].join("\n"))).toEqual([
      ["What of a conflict?", list.map((line) => line.slice(4)).join("\n")],
    ]);
  });

  test("a list around Markdown is no part of it", () => {
    const source =
      "<details><summary>What of it?</summary><ul>\n\n- one\n- two\n\n</ul></details>\n";
    expect(pairsIn(source)).toEqual([["What of it?", "- one\n- two"]]);
  });
});
