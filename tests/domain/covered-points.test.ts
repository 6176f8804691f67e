import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { coveredPoints } from "@/lib/domain/typed/covered-points";
import { extractDocument } from "@/lib/ingest/extract-document";
import { TYPED_ANSWERS } from "@/tests/support/typed-answers";

const CLOSURES = {
  prompt: "What is a closure?",
  answer:
    "A closure keeps the variables of the function around it. It outlives that function's return. The garbage collector cannot free what a closure still refers to.",
  points: [
    { id: "keeps", text: "Keeps the variables of the surrounding function" },
    { id: "outlives", text: "Outlives the return of that function" },
    { id: "memory", text: "The garbage collector cannot free what it refers to" },
  ],
};

function covered(typed: string, question = CLOSURES) {
  return coveredPoints(typed, question);
}

function asked(prompt: string, ...points: string[]) {
  return {
    prompt,
    answer: points.join(". "),
    points: points.map((text) => ({ id: text, text })),
  };
}

describe("points that a typed text covers", () => {
  test("are found by other forms of their words", () => {
    expect(covered("The variable stays kept by the functions that surround it.")).toEqual([
      "keeps",
    ]);
  });

  test("are none for nothing typed, and none for what has no words", () => {
    expect(covered("")).toEqual([]);
    expect(covered("… — !!")).toEqual([]);
    expect(
      coveredPoints("words", { prompt: "", answer: "", points: [{ id: 1, text: "→" }] }),
    ).toEqual([]);
  });

  test("are not found where their words are scattered over a long text", () => {
    const scattered =
      "Garbage is a problem.\nMany languages have one.\nThe collector of taxes.\nI am free today.\nTwo people.\nThis refers to another matter.";
    expect(covered(scattered)).toEqual([]);
  });

  test("are not found where the text says the contrary", () => {
    expect(covered("The garbage collector can free what it refers to.")).toEqual([]);
    expect(covered("The garbage collector can't free what the closure refers to.")).toEqual([
      "memory",
    ]);
  });

  test("are not found where an opposite stands in their place", () => {
    const subnets = asked("Where do databases go?", "Databases live in private subnets");
    expect(covered("Databases live in public subnets", subnets)).toEqual([]);
    expect(covered("databases: in private subnets", subnets)).toHaveLength(1);
  });

  test("may be said by 'no … without', which asks for what it names", () => {
    const review = asked("How do you deploy?", "Changes require a review by the security team");
    expect(covered("No changes without a security team review.", review)).toHaveLength(1);
  });

  test("are found by an acronym for what they say in full, and the other way round", () => {
    const policies = asked(
      "How are accounts kept in bounds?",
      "Attach service control policies at the root",
      "SSO gives each person one login",
    );
    expect(covered("SCPs attached at the root", policies)).toHaveLength(1);
    expect(covered("single sign on (SSO) means one login for a person", policies)).toHaveLength(1);
  });

  test("are found by numbers in words, names in parts and letters mistyped", () => {
    const limits = asked("What limits it?", "maxSize caps the nodes at 30", "Throttling begins");
    expect(covered("the max size caps nodes at thirty", limits)).toHaveLength(1);
    expect(covered("throtling begins", limits)).toHaveLength(1);
  });

  test("are found in other languages by their words as they stand", () => {
    const keys = asked(
      "Wie werden Daten geschützt?",
      "Daten werden mit eigenen Schlüsseln verschlüsselt",
      "Schlüssel werden jährlich gewechselt",
    );
    expect(covered("Die Daten sind verschlüsselt, mit eigenen Schlüsseln.", keys)).toHaveLength(1);
    expect(covered("Die Daten sind nicht mit eigenen Schlüsseln verschlüsselt.", keys)).toEqual([]);
    const shared = asked("什么是闭包?", "闭包保留外部函数的变量");
    expect(covered("闭包会保留外部函数的变量。", shared)).toHaveLength(1);
  });

  test("are not found in what the learner says not to remember", () => {
    expect(covered("i dont remember how it keeps variables of the surrounding function")).toEqual(
      [],
    );
  });

  test("agree with what was judged by hand, on the document the rule was made with", () => {
    const path = "content/aws-solutions-architect.md";
    const { questions } = extractDocument(
      { path, folders: [], bytes: readFileSync(path) },
      () => null,
    );
    const pairs = TYPED_ANSWERS.flatMap(({ number, typed, covers }) => {
      const question = questions.find((one) => one.number === number);
      const points = (question?.keyPoints ?? []).map(({ text }, i) => ({
        id: "abcdefghijkl".charAt(i),
        text,
      }));
      const { prompt = "", answer } = question ?? {};
      const suggested = coveredPoints(typed, { prompt, answer: answer ?? "", points });
      return points.map(({ id }) => ({
        suggested: suggested.includes(id),
        covered: covers.includes(id),
      }));
    });
    const both = pairs.filter((pair) => pair.suggested && pair.covered).length;
    expect(both / pairs.filter((pair) => pair.suggested).length).toBeGreaterThan(0.97);
    expect(both / pairs.filter((pair) => pair.covered).length).toBeGreaterThan(0.65);
  });
});
