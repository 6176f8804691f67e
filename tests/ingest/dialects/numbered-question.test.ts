import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { describe, expect, test } from "vitest";
import { numberedQuestion } from "@/lib/ingest/dialects/numbered-question";
import { pairs, parsed, questionsIn } from "../../support/dialects";

const parser = remark().use(remarkGfm);
const found = (...lines: string[]) => numberedQuestion.extract(parsed(lines.join("\n\n")));
const first = (...lines: string[]) => found(...lines)[0];
const answersOf = (...lines: string[]) => found(...lines).map(({ answer }) => answer?.markdown);
const topicsOf = (...lines: string[]) => found(...lines).map(({ headings }) => headings);

describe("a question", () => {
  test("has its number, its prompt, its answer and its line", () => {
    const source =
      "#### Question #7\n\nWhat is *it*?\n\nAnd why?\n\n#### Answer:\n\nIt is **so**.\n";
    const [question] = numberedQuestion.extract(parsed(`intro\n\n${source}`));
    expect(question).toMatchObject({
      number: 7,
      headings: [],
      prompt: "What is *it*?\n\nAnd why?",
      answer: { markdown: "It is **so**.", start: 7 + source.indexOf("It is **so**.") },
      line: 3,
    });
  });

  test.each([
    ["#### Question #3", 3],
    ["## Question 3", 3],
    ["# question 3:", 3],
    ["###### QUESTION No. 3", 3],
    ["### Question nr 3 –", 3],
    ["### Question#3)", 3],
    ["### **Question 3**", 3],
    ["### Question 3 ###", 3],
    ["Question 3\n==========", 3],
  ])("may be marked %s", (heading, number) => {
    expect(first(heading, "What?")).toMatchObject({ number, prompt: "What?" });
  });

  test.each([
    "#### Questions 3",
    "#### Question",
    "#### My question 3",
    "Question 3",
    "> # Question 3",
  ])("is not marked %s", (line) => {
    expect(numberedQuestion.detect(parsed(`${line}\n\nWhat?\n`))).toBe(0);
  });

  test("may stand on its heading", () => {
    expect(first("### Question 5: What is a VPC?", "### Answer", "A network.")).toMatchObject({
      number: 5,
      prompt: "What is a VPC?",
      answer: { markdown: "A network." },
    });
  });

  test("on its heading keeps its code and emphasis", () => {
    expect(first("### Question 5: What does `__init__` do *here*?")?.prompt).toBe(
      "What does `__init__` do *here*?",
    );
    expect(first("### **Question 5: What is it?**")?.prompt).toBe("What is it?");
  });

  test("on its heading goes on below it", () => {
    expect(first("### Question 5: Why?", "Think of cost.", "#### Answer", "So.")?.prompt).toBe(
      "Why?\n\nThink of cost.",
    );
  });

  test("without text has an empty prompt, and a rule is no text", () => {
    expect(first("#### Question #1", "#### Answer:", "So.")?.prompt).toBe("");
    expect(first("#### Question #1", "---", "#### Answer:", "So.")?.prompt).toBe("");
  });

  test("with a number that no database holds has none", () => {
    expect(first(`#### Question #${"9".repeat(20)}`, "What?")?.number).toBeNull();
    expect(first(`#### Question #${"9".repeat(400)}`, "What?")).toMatchObject({
      number: null,
      prompt: "What?",
    });
    expect(first("#### Question #2147483647", "What?")?.number).toBe(2147483647);
  });

  test("in a fenced block is an example, not a question", () => {
    const fence = "```md\n#### Question #2\n\nNo?\n\n#### Answer:\n```";
    expect(answersOf("#### Question #1", "What?", "#### Answer:", fence)).toEqual([fence]);
  });
});

describe("an answer", () => {
  test.each(["#### Answer:", "#### Answer", "## answer.", "### Answer 1:", "### **Answer:**"])(
    "may be marked %s",
    (heading) => {
      expect(answersOf("#### Question #1", "What?", heading, "So.")).toEqual(["So."]);
    },
  );

  test("is none without its heading, or with nothing below it", () => {
    expect(first("#### Question #1", "What?", "Hm.")).toMatchObject({
      prompt: "What?\n\nHm.",
      answer: null,
    });
    expect(answersOf("#### Question #1", "What?", "#### Answer:", "---")).toEqual([undefined]);
  });

  test("keeps headings of its own, of the levels that topics and questions have", () => {
    const answer = "Intro.\n\n### Why\n\nSo.\n\n#### How\n\nThus.\n\n## Answer to critics\n\nNo.";
    expect(
      answersOf(
        "## T",
        "#### Question #1",
        "A?",
        "#### Answer:",
        answer,
        "## T",
        "### S",
        "#### Question #2",
        "B?",
      ),
    ).toEqual([answer, undefined]);
  });

  test("gives no heading to the next question but those that lead straight to it", () => {
    const document = [
      "## T",
      "#### Question #1",
      "A?",
      "#### Answer:",
      "So.",
      "### Summary",
      "## U",
      "### V",
      "#### Question #2",
      "B?",
    ];
    expect(answersOf(...document)[0]).toBe("So.\n\n### Summary");
    expect(topicsOf(...document)).toEqual([["T"], ["U", "V"]]);
  });

  test("loses the rules that only end it, and keeps those within", () => {
    expect(
      answersOf(
        "#### Question #1",
        "A?",
        "#### Answer:",
        "One.",
        "---",
        "Two.",
        "***",
        "---",
        "## T",
        "#### Question #2",
        "B?",
      ),
    ).toEqual(["One.\n\n---\n\nTwo.", undefined]);
  });

  test("that begins with an indented list keeps its items side by side", () => {
    const list = "  - one\n  - two\n  - three";
    const [answer = ""] = answersOf("#### Question #1", "A?", "#### Answer:", list);
    expect(parser.parse(answer).children).toMatchObject([{ type: "list", children: [{}, {}, {}] }]);
  });

  test("is the text of the source from its start on, to the letter", () => {
    const source =
      "#### Question #1\r\n\r\nA?\r\n\r\n#### Answer:\r\n\r\n  * é\r\n  * 🔒 b\r\n\r\n    more\r\n";
    const [question] = numberedQuestion.extract(parsed(source));
    const { markdown = "", start = 0 } = question?.answer ?? {};
    expect(markdown).toBe("  * é\r\n  * 🔒 b\r\n\r\n    more");
    expect(source.slice(start, start + markdown.length)).toBe(markdown);
  });
});

describe("topics", () => {
  test("given once hold for all questions until the next", () => {
    expect(
      topicsOf(
        "# A",
        "## B",
        "#### Question #1",
        "a",
        "#### Question #2",
        "b",
        "## C",
        "#### Question #3",
        "c",
        "# D",
        "#### Question #4",
        "d",
      ),
    ).toEqual([["A", "B"], ["A", "B"], ["A", "C"], ["D"]]);
  });

  test("may be none", () => {
    expect(topicsOf("# Question 1", "a", "# Question 2", "b")).toEqual([[], []]);
  });

  test("are not the headings of a text before the first question", () => {
    expect(topicsOf("# About", "Words.", "## Networking", "### Question 1", "a")).toEqual([
      ["Networking"],
    ]);
  });

  test("lose their emphasis, not their code", () => {
    expect(topicsOf("## **Using** `kubectl`", "#### Question #1", "a")).toEqual([
      ["Using kubectl"],
    ]);
  });
});

test("a document is of this dialect by the questions it has", () => {
  const document = parsed("# A\n\n## Question 1\n\na\n\n## Question 2\n\nb\n");
  expect(numberedQuestion.detect(document)).toBe(2);
  expect(questionsIn(document.source).dialects).toEqual([
    { dialect: numberedQuestion, questions: 2 },
  ]);
  expect(questionsIn("# A\n\nNothing asked here.\n").dialects).toEqual([]);
});

describe("numbered questions of a document that marks no answer", () => {
  const pairsIn = (source: string) => pairs(questionsIn(source).questions);

  test("are answered by the text below titles that ask", () => {
    const source =
      "## Question 1: What is part 1?\n\nThe first.\n\n## Question 2: Why two?\n\n- So\n\n## Question 3: Parts\n\nMore.\n";
    expect(pairsIn(source)).toEqual([
      ["What is part 1?", "The first."],
      ["Why two?", "- So"],
      ["Parts", "More."],
    ]);
  });

  test("are answered by what follows a first paragraph that asks, but not by code alone", () => {
    const source =
      "## Question 1\n\nWhat is it?\n\nIt is.\n\n## Question 2\n\nWhat does it print?\n\n    a\n\n## Question 3\n\nWhy?\n\n- So\n";
    expect(pairsIn(source)).toEqual([
      ["What is it?", "It is."],
      ["What does it print?\n\n    a", null],
      ["Why?", "- So"],
    ]);
  });

  test("are tasks without an answer where their titles only name", () => {
    const source =
      "## Question 1: Two Sum\n\nGiven two.\n\n## Question 2: Three Sum\n\nGiven three.\n";
    expect(pairsIn(source)).toEqual([
      ["Two Sum\n\nGiven two.", null],
      ["Three Sum\n\nGiven three.", null],
    ]);
  });

  test("have no answer beside one that is marked", () => {
    const source =
      "## Question 1: What is it?\n\nSay more.\n\n## Question 2: Why?\n\n**Answer:** So.\n";
    expect(pairsIn(source)).toEqual([
      ["What is it?\n\nSay more.", null],
      ["Why?", "So."],
    ]);
  });
});
