import { assert, constantFrom, array, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { splitFrontMatter } from "@/lib/ingest/front-matter";

const BODY = "# Networking\n\ntext\n";
const codesOf = (text: string) => splitFrontMatter(text).problems.map(({ code }) => code);

describe("front matter", () => {
  test("gives title, topic and tags, and is no part of the text", () => {
    const text = `---\ntitle: AWS\ntopic: Cloud › AWS\ntags: [aws, vpc]\n---\n${BODY}`;
    expect(splitFrontMatter(text)).toEqual({
      frontMatter: { title: "AWS", topic: "Cloud › AWS", tags: ["aws", "vpc"] },
      body: BODY,
      lineOffset: 5,
      problems: [],
    });
  });

  test("may have Windows line ends", () => {
    expect(splitFrontMatter("---\r\ntitle: AWS\r\n---\r\n# A\r\n")).toEqual({
      frontMatter: { title: "AWS" },
      body: "# A\r\n",
      lineOffset: 3,
      problems: [],
    });
    expect(splitFrontMatter("---\r\ntags: [a]\r\n---\r\n").frontMatter).toEqual({ tags: ["a"] });
    expect(codesOf("---\r\ntitle: 1\r\n---\r\n")).toEqual(["front-matter-value"]);
  });

  test("may be all that there is, and may be empty", () => {
    expect(splitFrontMatter("---\ntitle: A\n---")).toMatchObject({
      frontMatter: { title: "A" },
      body: "",
    });
    expect(splitFrontMatter(`---\n---\n${BODY}`)).toMatchObject({
      body: BODY,
      lineOffset: 2,
      problems: [],
    });
  });

  test("leaves the keys of other programs alone", () => {
    const { frontMatter, problems } = splitFrontMatter(
      `---\nlayout: post\ntitle: A\ndraft: true\n---\n${BODY}`,
    );
    expect(frontMatter).toEqual({ title: "A" });
    expect(problems).toEqual([]);
  });

  test("with a tag of YAML that nobody knows is read without a word on the console", async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on("warning", listen);
    const { frontMatter } = splitFrontMatter(`---\nx: !secret y\ntitle: A\n---\n${BODY}`);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", listen);
    expect(frontMatter.title).toBe("A");
    expect(warnings).toEqual([]);
  });
});

describe("front matter in need of correction", () => {
  test("a wrong value is left out and named with its line; the others stand", () => {
    const { frontMatter, body, problems } = splitFrontMatter(
      `---\ntitle: 2024\ntopic: Cloud\ntags: aws, vpc\n---\n${BODY}`,
    );
    expect(frontMatter).toEqual({ topic: "Cloud" });
    expect(body).toBe(BODY);
    expect(problems).toMatchObject([
      { line: 2, code: "front-matter-value", message: expect.stringContaining("title") },
      { line: 4, code: "front-matter-value", message: expect.stringContaining("tags") },
    ]);
  });

  test("a list or a sentence instead of keys is a problem, and the text below stays", () => {
    for (const yaml of ["- a\n- b", "just a sentence"]) {
      const { body, problems } = splitFrontMatter(`---\n${yaml}\n---\n${BODY}`);
      expect(body).toBe(BODY);
      expect(problems).toMatchObject([{ code: "front-matter-value" }]);
    }
  });

  test("broken YAML is reported with its line in the file", () => {
    const { frontMatter, body, lineOffset, problems } = splitFrontMatter(
      `---\na: 1\ntitle: [x\nb: 2\n---\n${BODY}`,
    );
    expect(frontMatter).toEqual({});
    expect(body).toBe(BODY);
    expect(lineOffset).toBe(5);
    expect(problems).toMatchObject([{ line: 4, code: "front-matter-unreadable" }]);
    expect(problems[0]?.message).not.toMatch(/at line/);
  });

  test("thousands of unknown keys and wrong values are told of by the first of them, on their lines", () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `quay${i}: ${i}`).join("\n");
    const tags = Array.from({ length: 60 }, (_, i) => i).join(", ");
    const { frontMatter, problems } = splitFrontMatter(
      `---\n${keys}\ntopic: Cloud\ntags: [${tags}]\n---\n${BODY}`,
    );
    expect(frontMatter).toEqual({ topic: "Cloud" });
    const [unknown, wrong] = ["unknown-front-matter-key", "front-matter-value"].map((code) =>
      problems.filter((problem) => problem.code === code),
    );
    expect(unknown?.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect(wrong?.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, () => 1003));
  });

  test("that is longer than anybody writes is left out, and the text below stays", () => {
    const keys = Array.from({ length: 60_000 }, (_, i) => `key${i}: ${i}`).join("\n");
    const { body, problems } = splitFrontMatter(`---\n${keys}\n---\n${BODY}`);
    expect(body).toBe(BODY);
    expect(problems).toMatchObject([{ code: "front-matter-unreadable" }]);
  });

  test("more tags than anybody gives a document are left out, and named", () => {
    const tags = Array.from({ length: 101 }, (_, i) => `t${i}`).join(", ");
    const { frontMatter, problems } = splitFrontMatter(`---\ntags: [${tags}]\n---\n${BODY}`);
    expect(frontMatter).toEqual({});
    expect(problems).toMatchObject([{ line: 2, code: "front-matter-value" }]);
  });

  test("an alias bomb is refused at once", () => {
    const levels = ["b", "c", "d", "e", "f", "g", "h"].map((name, i) => {
      const aliases = Array.from({ length: 9 }, () => `*${"abcdefg"[i]}`).join(",");
      return `${name}: &${name} [${aliases}]`;
    });
    const bomb = ["---", "a: &a [x,x,x,x,x,x,x,x,x]", ...levels, "---", BODY].join("\n");
    expect(codesOf(bomb)).toEqual(["front-matter-unreadable"]);
    expect(splitFrontMatter(bomb).body).toBe(BODY);
  });

  test("thousands of nested lists are refused, and the text below stays", () => {
    const { body, problems } = splitFrontMatter(`---\na: ${"[".repeat(5000)}\n---\n${BODY}`);
    expect(body).toBe(BODY);
    expect(problems).toMatchObject([{ code: "front-matter-unreadable" }]);
  });

  test.each(["js", "javascript", "JS", " js ", "coffee", "cson", "json", "toml"])(
    "---%s is refused and nothing of it is run",
    (language) => {
      Reflect.deleteProperty(globalThis, "wasRun");
      const code = "{ title: (globalThis.wasRun = true, 'x') }";
      const { frontMatter, body, problems } = splitFrontMatter(
        `---${language}\n${code}\n---\n${BODY}`,
      );
      expect(Reflect.get(globalThis, "wasRun")).toBeUndefined();
      expect(frontMatter).toEqual({});
      expect(body).toBe(BODY);
      expect(problems).toMatchObject([
        { code: "front-matter-unreadable", message: expect.stringContaining("Only YAML") },
      ]);
    },
  );

  test.each(["constructor", "toString", "__proto__", "valueOf", "hasOwnProperty"])(
    "---%s finds no engine in what every object has",
    (language) => {
      expect(codesOf(`---${language}\nx\n---\n${BODY}`)).toEqual(["front-matter-unreadable"]);
    },
  );

  test("that nothing ends is a problem, and all of it is text", () => {
    const text = `---\ntitle: A\n\n${BODY}`;
    expect(splitFrontMatter(text)).toMatchObject({
      frontMatter: {},
      body: text,
      lineOffset: 0,
      problems: [{ line: 1, code: "front-matter-unreadable" }],
    });
  });
});

describe("a document that begins with a rule", () => {
  test.each([
    ["one rule and no other", `---\n\n${BODY}`],
    ["a rule, text, and a rule", `---\n\n${BODY}\nkey: value\n\n---\n\nmore\n`],
    ["a rule and blank lines with Windows line ends", "---\r\n\r\n# A\r\n\r\n---\r\n"],
    ["a longer rule", `-----\nkey: value\n---\n${BODY}`],
    ["a rule with spaces", `- - -\nkey: value\n---\n${BODY}`],
    ["nothing but a rule", "---"],
    ["a sentence after dashes", `--- draft\n${BODY}`],
  ])("has no front matter: %s", (_, text) => {
    expect(splitFrontMatter(text)).toEqual({
      frontMatter: {},
      body: text,
      lineOffset: 0,
      problems: [],
    });
  });
});

test("whatever the text, the body is its end and the offset counts the lines above", () => {
  const line = constantFrom("---", "", "---js", "title: A", "tags: [", "# A", "- x", "key: &a *a");
  assert(
    property(array(line, { maxLength: 12 }), string({ maxLength: 10 }), (lines, end) => {
      const text = [...lines, end].join("\n");
      const { body, lineOffset, problems } = splitFrontMatter(text);
      expect(text.endsWith(body)).toBe(true);
      expect(text.slice(0, text.length - body.length).split("\n")).toHaveLength(lineOffset + 1);
      for (const problem of problems) {
        expect(problem.line).toBeGreaterThanOrEqual(1);
        expect(problem.line).toBeLessThanOrEqual(text.split("\n").length);
      }
    }),
  );
});
