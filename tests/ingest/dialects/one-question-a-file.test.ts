import { describe, expect, test } from "vitest";
import { extractDocument } from "@/lib/ingest/extract-document";

/** A file of a collection as it is taken in; the words are our own. */
function fileOf(path: string, text: string) {
  const folders = path.split("/").slice(0, -1);
  return extractDocument({ path, folders, bytes: new TextEncoder().encode(text) }, () => null);
}

const pairsOf = (path: string, text: string) =>
  fileOf(path, text).questions.map(({ prompt, answer }) => [prompt, answer]);

const ARTICLE = `Addresses outlive the machines behind them.

## How long is it kept?

As long as its record says.

## Limits

Some resolvers ask again sooner.`;

describe("a file that is one question", () => {
  test("asks with its name, where its heading only names", () => {
    expect(pairsOf("dns/What is caching.md", `# Caching (DNS)\n\n${ARTICLE}`)).toEqual([
      ["What is caching", ARTICLE],
    ]);
  });

  test("asks with the title in its front matter", () => {
    const text = `---\ntitle: What is \`TTL\` for?\n---\n\n## In short\n\nFor forgetting.\n\n---\n\n## What is \`TTL\` for?\n\n${ARTICLE}\n`;
    expect(pairsOf("ttl.md", text)).toEqual([
      [
        "What is `TTL` for?",
        `## In short\n\nFor forgetting.\n\n---\n\n## What is \`TTL\` for?\n\n${ARTICLE}`,
      ],
    ]);
  });

  test("asks with the question in its front matter, whatever it says or has below", () => {
    const text = `---\nid: 7f\nquestion: "Error: Permission denied"\n---\n\nThe folder is not yours:\n\n1. What is its owner?\n2. Who are you?\n\n## Why?\n\nIt was made by root.\n`;
    expect(pairsOf("aws/003.md", text)).toEqual([
      [
        "Error: Permission denied",
        "The folder is not yours:\n\n1. What is its owner?\n2. Who are you?\n\n## Why?\n\nIt was made by root.",
      ],
    ]);
  });

  test("asks with its first heading, and keeps what asks below it", () => {
    expect(pairsOf("ttl.md", `# Why are names cached?\n\n${ARTICLE}`)).toEqual([
      ["Why are names cached?", ARTICLE],
    ]);
  });

  test("is none where most of its headings ask", () => {
    const text = `# Caching\n\n## What is a cache?\n\nA copy.\n\n## Why have one?\n\nIt is near.\n`;
    expect(pairsOf("What they ask about caches.md", text)).toEqual([
      ["What is a cache?", "A copy."],
      ["Why have one?", "It is near."],
    ]);
  });

  test("is none where it tells how to contribute", () => {
    expect(pairsOf("how-to-contribute.md", "# Contributing\n\nSend a change.\n")).toEqual([]);
  });

  test("keeps questions that its answer asks", () => {
    const text = `### Question\nWhat is a relay?\n\n### Answer\n\n### 1. What is it for?\n\nFor passing on.\n\n### 2. Why use one?\n\nIt hides the sender.\n`;
    expect(pairsOf("001-relay.md", text)).toEqual([
      [
        "What is a relay?",
        "### 1. What is it for?\n\nFor passing on.\n\n### 2. Why use one?\n\nIt hides the sender.",
      ],
    ]);
  });

  test("has its answer below an answer guide, and what to learn next in it", () => {
    const text = `# Move to another resolver\n\nHow would you move without an outage?\n\n## Answer guide\n\n- Lower the TTL.\n- Run both.\n\n## What to learn next\n\n- Anycast\n`;
    expect(pairsOf("move.md", text)).toEqual([
      [
        "Move to another resolver\n\nHow would you move without an outage?",
        "- Lower the TTL.\n- Run both.\n\n## What to learn next\n\n- Anycast",
      ],
    ]);
  });

  test("has a number above the heading that asks", () => {
    const text = `# Question 31 - Names\n\n## Explain glue records.\n\nAddresses beside a name.\n\n### **1. Where**\n\nIn the parent zone.\n`;
    const [question] = fileOf("Q31.md", text).questions;
    expect(question).toMatchObject({
      number: 31,
      prompt: "Explain glue records.",
      answer: "Addresses beside a name.\n\n### **1. Where**\n\nIn the parent zone.",
    });
  });
});

describe("a file in two languages", () => {
  test("is one question, with both of what it asks and of what answers", () => {
    const source = `# Вопрос (RU)

> Что такое стек?

# Question (EN)

> What is a stack?

---

## Ответ (RU)

Последним пришёл, первым ушёл.

## Answer (EN)

Last in, first out.
`;
    expect(pairsOf("q-stack.md", source)).toEqual([
      [
        "> Что такое стек?\n\n> What is a stack?",
        "Последним пришёл, первым ушёл.\n\n## Answer (EN)\n\nLast in, first out.",
      ],
    ]);
  });
});
