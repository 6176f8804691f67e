import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findsNothing, readSearch } from "@/lib/domain/search-query";

describe("what is typed to be searched for", () => {
  test("is words, of which the last may be a beginning", () => {
    expect(readSearch("VPC Endpo").terms).toEqual([
      { words: ["vpc"], isBeginning: false },
      { words: ["endpo"], isBeginning: true },
    ]);
    expect(readSearch("vpc ").terms).toEqual([{ words: ["vpc"], isBeginning: false }]);
  });

  test("one letter is a name, and begins nothing", () => {
    expect(readSearch("c").terms).toEqual([{ words: ["c"], isBeginning: false }]);
  });

  test.each(['"load balancer"', "“load balancer”", "load-balancer "])("%s is a phrase", (typed) => {
    expect(readSearch(typed).terms).toEqual([{ words: ["load", "balancer"], isBeginning: false }]);
  });

  test("a phrase that is not closed is still being typed", () => {
    expect(readSearch('"load bal').terms).toEqual([{ words: ["load", "bal"], isBeginning: true }]);
  });

  test("filters are told from words, in any case", () => {
    const query = readSearch('iam topic:security/iam tag:Aws tag:"load balancer" IS:Due is:new');
    expect(query).toEqual({
      terms: [{ words: ["iam"], isBeginning: false }],
      topics: ["security/iam"],
      tags: ["Aws", "load balancer"],
      states: ["due", "new"],
      isEmpty: false,
    });
  });

  test.each(["is:done", "is:", "topic:", "tag:", "host:port"])(
    "%s is no filter, and searched for",
    (typed) => {
      const { terms, topics, tags, states } = readSearch(typed);
      expect([...topics, ...tags, ...states]).toEqual([]);
      expect(terms).toHaveLength(1);
    },
  );

  test("signs alone find nothing; nothing at all asks for nothing", () => {
    expect(findsNothing(readSearch("?! 🔥"))).toBe(true);
    expect(readSearch("  ").isEmpty).toBe(true);
    expect(findsNothing(readSearch("  "))).toBe(false);
  });

  test("a sign that is made of signs is a word without them", () => {
    expect(readSearch("㈀ ").terms).toEqual([{ words: ["ᄀ"], isBeginning: false }]);
  });

  test("property: nothing it says is an error, and its words are letters and digits", () => {
    fc.assert(
      fc.property(fc.oneof(ANY_TEXT, aSearch), (typed) => {
        const { terms } = readSearch(typed);
        expect(terms.length).toBeLessThanOrEqual(20);
        expect(terms.every(({ words }) => words.length > 0)).toBe(true);
        const words = terms.flatMap((term) => term.words);
        expect(words.filter((word) => /["\s\0*^():{}+-]/.test(word))).toEqual([]);
      }),
    );
  });
});

/** Half signs too. */
const ANY_TEXT = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

const aSearch = fc
  .array(
    fc.constantFrom(
      '"',
      "is:",
      "topic:",
      "tag:",
      "due",
      "*",
      "^",
      "NEAR(",
      "AND",
      "OR",
      "NOT",
      "(",
      ")",
      ":",
      "{",
      "}",
      " ",
      "\0",
      "-",
      "+",
      "C++",
      "日本",
      "é",
      "🔥",
      "'",
      ";",
      "--",
      "\\",
      "%",
      "_",
    ),
  )
  .map((parts) => parts.join(""));
