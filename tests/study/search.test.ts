import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { putAwayDocument, restoreDocument } from "@/lib/library/documents";
import { daySoFar } from "@/lib/study/day-so-far";
import { keyPointChoices, saveKeyPoints } from "@/lib/study/key-point-choices";
import { saveOwnText } from "@/lib/study/own-words";
import { questionsMatching } from "@/lib/study/questions-matching";
import { takeActions } from "@/lib/study/reviews/take-actions";
import { search } from "@/lib/study/search";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aFolder, aHousehold, documentList, type Household, takeIn } from "@/tests/support/store";
import { v7 } from "uuid";

describe("searching", () => {
  test("finds words in prompts first, then in answers, and marks them", async () => {
    const household = await aHousehold({
      "content/a.md": aDocument(
        { prompt: "What is a route?", answer: "A gateway & a <b>hop</b>." },
        { topic: "Storage", prompt: "What is a gateway?", answer: "It connects." },
      ),
    });
    expect(await found(household, "gateway")).toEqual([
      ["What is a gateway?", "prompt", "What is a <mark>gateway</mark>?"],
      ["What is a route?", "answer", "A <mark>gateway</mark> &#38; a hop."],
    ]);
    expect(await prompts(household, "hop")).toEqual(["What is a route?"]);
  });

  test("words that follow each other are better than the same apart", async () => {
    const household = await aHousehold({
      "content/a.md": aDocument(
        { prompt: "Is a gateway in transit like a gateway in transit?" },
        { prompt: "What does a transit gateway connect, and what does it not?" },
      ),
    });
    expect((await prompts(household, "transit gate"))[0]).toMatch(/^What does/);
  });

  test("all words must be there, in whichever of a question's texts; the last may be a beginning", async () => {
    const household = await aHousehold({
      "content/a.md": aDocument(
        { prompt: "What is a route?", answer: "It leads to a gateway." },
        { prompt: "What is a table?", answer: "It leads to a route." },
      ),
    });
    expect(await prompts(household, "route gate")).toEqual(["What is a route?"]);
    expect(await prompts(household, "gate route")).toEqual([]);
    expect(await prompts(household, '"a route"')).toHaveLength(2);
    expect(await prompts(household, '"route leads"')).toEqual([]);
  });

  test.each([
    ["C++", "How does C++ differ?"],
    ["c#", "Is C# compiled?"],
    [".NET", "What is .NET?"],
    ["node.js", "Why node.js?"],
    ["zurich", "Where is Zürich?"],
    ["Zürich", "Where is Zürich?"],
    ["索引", "什么是数据库索引？"],
    ["ベース", "データベースとは？"],
  ])("%s is found", async (typed, prompt) => {
    const household = await aHousehold({ "content/a.md": aDocument(...NAMES) });
    expect(await prompts(household, typed)).toEqual([prompt]);
  });

  test("a learner's own words are found by them, and points as they reworded them", async () => {
    const household = await aHousehold({
      "content/a.md": aDocument({
        prompt: "What is a route?",
        answer: ROUTES,
      }),
    });
    const [questionId = ""] = await questionIds(household);
    const note = { questionId, kind: "note", markdown: "Ask about *anycast*", seenAt: null };
    await saveOwnText(household, note);
    const another = { ...household, learner: { ...household.learner, id: "another" } };
    expect(await found(household, "anycast")).toEqual([
      ["What is a route?", "note", "Ask about <mark>anycast</mark>"],
    ]);
    expect(await found(another, "anycast")).toEqual([]);

    const { mark, points } = await keyPointChoices(household, questionId);
    const [point] = points;
    if (!point) throw new Error("There is no point");
    const reworded = { ...point, text: "Most specific" };
    await saveKeyPoints(household, { questionId, mark, points: [reworded], added: [] });
    expect((await found(household, "specific anycast"))[0]?.[1]).toBe("keyPoint");
    expect(await found(another, "specific")).toEqual([]);
    expect(await found(another, "prefix")).toHaveLength(1);
  });

  test("what changed is found as it is now, whoever changed it, and what is gone is not", async () => {
    const file = join(aFolder(), "rehearse.db");
    const household = await aHousehold({ "content/a.md": aDocument({ prompt: "Old?" }, {}) }, file);
    expect(await prompts(household, "old")).toEqual(["Old?"]);
    const beside = { ...household, database: openDatabase(file) };
    await takeIn(beside, { "content/a.md": aDocument({ prompt: "Older, and new?" }, {}) });
    expect(await prompts(household, "old")).toEqual(["Older, and new?"]);
    const gone = { "content/a.md": aDocument({ prompt: "Something else?", answer: "It." }) };
    await takeIn(beside, gone, { retireMissing: true });
    await beside.database.close();
    expect(await prompts(household, "older")).toEqual([]);
    expect(await prompts(household, "question 2")).toEqual([]);
  });

  test("what was put away, taken back or hidden is not found, and found again when it returns", async () => {
    const documents = {
      "content/a.md": aDocument({ prompt: "What is a route?", answer: ROUTES }),
      "content/b.md": aDocument({ topic: "Other", prompt: "What is a table?" }),
    };
    const household = await aHousehold(documents);
    const [questionId = ""] = await questionIds(household);
    const document = (await documentList(household)).find(({ path }) => path.endsWith("a.md"));
    const { id } = document ?? { id: "" };
    await putAwayDocument(household, { id });
    expect(await prompts(household, "endpoint")).toEqual([]);
    await restoreDocument(household, { id });
    expect(await prompts(household, "endpoint")).toEqual(["What is a route?"]);

    const { mark, points } = await keyPointChoices(household, questionId);
    const hidden = points.map((point) => ({ ...point, hidden: true }));
    const added = [{ text: "Anycast", core: false }];
    await saveKeyPoints(household, { questionId, mark, points: hidden, added });
    expect((await found(household, "anycast"))[0]?.[1]).toBe("keyPoint");
    expect((await found(household, "longest"))[0]?.[1]).toBe("answer");

    const note = { questionId, kind: "note", markdown: "Unicast" };
    await saveOwnText(household, { ...note, seenAt: null });
    const saved = await household.database.read.note.findFirstOrThrow();
    await saveOwnText(household, {
      ...note,
      markdown: "",
      seenAt: saved.updatedAt.toISOString(),
    });
    expect(await prompts(household, "unicast")).toEqual([]);
  });

  test("what is searched is made again where it was lost, damaged or is of another store", async () => {
    const file = join(aFolder(), "rehearse.db");
    const first = await aHousehold({ "content/a.md": aDocument({ prompt: "Found?" }) }, file);
    expect(await prompts(first, "found")).toEqual(["Found?"]);
    await first.database.close();
    writeFileSync(`${file}.search`, "no database, but long enough to be looked at ".repeat(200));
    const second = await aHousehold({}, file);
    expect(await prompts(second, "found")).toEqual(["Found?"]);
    await second.database.write((tx) => tx.$executeRaw`DELETE FROM "TextChange"`);
    expect(await prompts(second, "found")).toEqual([]);
  });
});

describe("filters", () => {
  test("leave those that are as they say", async () => {
    const household = await aHousehold({
      "content/a.md": aDocument(
        { topic: "Security › IAM", prompt: "First?" },
        { topic: "Security › KMS", prompt: "Second?" },
        { topic: "Storage", prompt: "Third?", answer: null },
      ),
    });
    const [first = "", second = ""] = await questionIds(household);
    await act(household, "suspend", first);
    await act(household, "bury", second);
    await act(household, "asked", second);
    expect(await prompts(household, "topic:security")).toEqual(["First?", "Second?"]);
    expect(await prompts(household, "topic:security/kms")).toEqual(["Second?"]);
    expect(await prompts(household, "topic:secur")).toEqual([]);
    expect(await prompts(household, "is:suspended")).toEqual(["First?"]);
    expect(await prompts(household, "is:buried is:asked")).toEqual(["Second?"]);
    expect(await prompts(household, "is:unanswered")).toEqual(["Third?"]);
    expect(await prompts(household, "topic:security third")).toEqual([]);
    expect(await prompts(household, "topic:security second")).toEqual(["Second?"]);
    await send(household, aReview(household, first, 3));
    expect(await prompts(household, "is:seen")).toEqual(["First?"]);
    expect(await prompts(household, "is:new")).toEqual(["Second?", "Third?"]);
    household.clock.wait(60 * 24 * 60);
    await act(household, "resume", first);
    expect(await prompts(household, "is:due")).toEqual(["First?"]);
  });

  test("a tag is known by its name, in any case", async () => {
    const household = await aHousehold({
      "content/a.md": "---\ntags: [Load Balancer, aws]\n---\n\n# One?\n\nIt balances.\n",
      "content/b.md": aDocument({ prompt: "Other?" }),
    });
    expect(await prompts(household, 'tag:"load balancer" tag:AWS')).toEqual(["One?"]);
    expect(await prompts(household, "tag:load")).toEqual([]);
  });
});

test("all that a search finds can be had, and everything where it asks for nothing", async () => {
  const documents = { "content/a.md": aDocument({ prompt: "A route?" }, { prompt: "A table?" }) };
  const household = await aHousehold(documents);
  const matching = async (typed: string) =>
    (await questionsMatching(household, await daySoFar(household), typed)).flat().length;
  expect(await matching("table")).toBe(1);
  expect(await matching("a")).toBe(2);
  expect(await matching("table is:seen")).toBe(0);
  expect(await matching("is:new")).toBe(2);
  expect(await matching("")).toBe(2);
  expect(await matching("?!")).toBe(0);
});

test("a page after another has what comes next, and none is left out", async () => {
  const documents = { "content/a.md": aDocument({}, {}, {}, {}, {}) };
  const household = await aHousehold(documents);
  const seen: string[] = [];
  let cursor: number | undefined;
  do {
    const { value } = await search(household, { q: "question", cursor, limit: 2 });
    seen.push(...value.items.map(({ questionId }) => questionId));
    cursor = value.nextCursor === null ? undefined : Number(value.nextCursor);
    expect(value.found).toBe(5);
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(5);
});

test("nothing is asked for, and nothing is found", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}) });
  for (const q of ["", "  ", "?!", "🔥", '"'])
    expect((await search(household, { q, limit: 5 })).value.found).toBe(0);
});

test("property: any text can be searched for", async () => {
  const household = await aHousehold({ "content/a.md": aDocument(...NAMES) });
  await fc.assert(
    fc.asyncProperty(fc.oneof(ANY_TEXT, fc.constantFrom(...JUNK)), async (q) => {
      const { value } = await search(household, { q, limit: 3 });
      for (const { excerptHtml } of value.items)
        expect(excerptHtml.replaceAll(/<\/?mark>|&#\d+;/g, "")).not.toMatch(/[<>&]/);
    }),
  );
});

const ROUTES = `### Routes

- **Route tables**: the longest prefix that matches wins over all others.
- **Gateways**: an internet gateway is attached to the network as a whole.
- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.`;

/** Half signs too. */
const ANY_TEXT = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

const JUNK = [
  'a" OR "b',
  "NEAR(a b)",
  "prompt:a",
  "{prompt}:a",
  "a*",
  "^a",
  "-a",
  "a AND",
  "'; --",
  "\0a",
];

const NAMES = [
  { prompt: "How does C++ differ?" },
  { prompt: "Is C# compiled?" },
  { prompt: "What is .NET?" },
  { prompt: "Why node.js?" },
  { prompt: "Where is Zürich?" },
  { prompt: "什么是数据库索引？" },
  { prompt: "データベースとは？" },
];

async function found(household: Household, q: string) {
  const { value } = await search(household, { q, limit: 50 });
  return value.items.map((one) => [one.prompt, one.found, one.excerptHtml]);
}

async function prompts(household: Household, q: string) {
  return (await found(household, q)).map(([prompt]) => prompt);
}

async function act(household: Household, kind: string, questionId: string) {
  const at = household.clock.now().toISOString();
  await takeActions(household, { actions: [{ id: v7(), kind, questionId, at }] });
}
