import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NO_CHANGES } from "@/lib/library/run/outcomes";
import { questionList } from "@/lib/study/questions";
import { topicTree, topicView } from "@/lib/study/topics";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold, documentList, type Household, takeIn } from "@/tests/support/store";

const path = "content/aws-solutions-architect.md";
const seed = readFileSync(path);
const seedText = seed.toString("utf8");

describe("taking in the user's document", () => {
  test("makes 25 questions in 8 topics and 25 subtopics", async () => {
    const household = await aHousehold();
    const { changes } = await takeIn(household, { [path]: seed });
    expect(changes).toEqual({ ...NONE, added: 25 });
    const tree = await topicTree(household);
    expect(tree).toHaveLength(8);
    expect(tree.flatMap(({ children }) => children)).toHaveLength(25);
    expect(tree.reduce((sum, { questions }) => sum + questions, 0)).toBe(25);
    const [document] = await documentList(household);
    expect(document).toMatchObject({ questions: 25, encodingRepairs: 242 });
    expect(document?.problems.map(({ code, line }) => [code, line])).toEqual([
      ["answer-truncated", 416],
    ]);
  });

  test("a second time changes nothing, not even a row", async () => {
    const household = await aHousehold();
    await takeIn(household, { [path]: seed });
    const before = await everything(household);
    household.clock.wait(60);
    const { changes } = await takeIn(household, { [path]: seed });
    expect(changes).toEqual({ ...NONE, unchanged: 25 });
    expect(await everything(household)).toEqual(before);
  });

  test("a typo corrected in a prompt and one in an answer keep id, history and memory", async () => {
    const household = await aHousehold();
    await takeIn(household, { [path]: seed });
    const ids = await questionIds(household);
    const graded = ids[2] ?? "";
    await send(household, aReview(household, graded, 3));
    const corrected = seedText
      .replace("You need to connect 15 VPCs", "You have to connect fifteen VPCs")
      .replace(
        "To minimize egress costs for inter-region",
        "To lower egress costs for inter-region",
      );
    household.clock.wait(60);
    const { changes } = await takeIn(household, { [path]: corrected });
    expect(changes).toEqual({ ...NONE, changed: 2, unchanged: 23 });
    expect(await questionIds(household)).toEqual(ids);
    const { value } = await questionList(household, { limit: 200 });
    const question = value.items.find(({ id }) => id === graded);
    expect(question?.prompt).toMatch(/^You have to connect fifteen VPCs/);
    expect(question?.memory).toMatchObject({ state: "review", reps: 1 });
    const versions = await household.database.read.questionVersion.findMany({
      where: { questionId: graded },
      orderBy: { since: "asc" },
    });
    expect(versions.map(({ replacedAt }) => replacedAt === null)).toEqual([false, true]);
  });
});

describe("a document that changes", () => {
  const three = [
    { prompt: "What is a route?" },
    { prompt: "What is a hop?" },
    { prompt: "Why BGP?" },
  ];

  test("a question put in between keeps the ids of those that follow", async () => {
    const household = await aHousehold({ "content/a.md": aDocument(...three) });
    const before = await promptsAndIds(household);
    const [first, ...rest] = three;
    const more = aDocument(
      { ...first },
      { prompt: "What is a metric?", answer: "A cost." },
      ...rest,
    );
    const { changes } = await takeIn(household, { "content/a.md": more });
    expect(changes).toMatchObject({ added: 1, retired: 0 });
    const after = await promptsAndIds(household);
    for (const [prompt, id] of before) expect(after.get(prompt)).toBe(id);
  });

  test("a question that goes is retired, and gets its history back when it returns", async () => {
    const five = [...three, { prompt: "What is OSPF?" }, { prompt: "What is RIP?" }];
    const household = await aHousehold({ "content/a.md": aDocument(...five) });
    const ids = await promptsAndIds(household);
    const gone = ids.get("What is RIP?") ?? "";
    await send(household, aReview(household, gone, 3));
    const without = await takeIn(household, { "content/a.md": aDocument(...five.slice(0, 4)) });
    expect(without.changes).toEqual({ ...NONE, unchanged: 4, retired: 1 });
    expect(await questionIds(household)).not.toContain(gone);
    const back = await takeIn(household, { "content/a.md": aDocument(...five) });
    expect(back.changes).toEqual({ ...NONE, unchanged: 4, restored: 1 });
    const { value } = await questionList(household, { limit: 200 });
    expect(value.items.find(({ id }) => id === gone)?.memory).toMatchObject({ reps: 1 });
  });

  test("what the learner retired stays retired", async () => {
    const household = await aHousehold({ "content/a.md": aDocument(...three) });
    const [first = ""] = await questionIds(household);
    const retired = { retiredAt: household.clock.now(), retiredBy: "learner" };
    await household.database.write((tx) =>
      tx.question.update({ where: { id: first }, data: retired }),
    );
    await takeIn(household, { "content/a.md": `${aDocument(...three)}\n` });
    expect(await questionIds(household)).not.toContain(first);
  });

  test("a question under another heading is moved", async () => {
    const household = await aHousehold({ "content/a.md": aDocument(...three) });
    const ids = await questionIds(household);
    const [first, second, third] = three;
    const moved = aDocument({ ...first }, { ...second }, { ...third, topic: "Protocols" });
    const { changes } = await takeIn(household, { "content/a.md": moved });
    expect(changes).toEqual({ ...NONE, moved: 1, unchanged: 2 });
    expect(new Set(await questionIds(household))).toEqual(new Set(ids));
    expect((await topicView(household, "protocols"))?.topic.questions).toBe(1);
  });

  test("if more than a third would go nothing is retired, and it asks", async () => {
    const household = await aHousehold({ "content/a.md": aDocument(...three) });
    const shorter = { "content/a.md": aDocument(...three.slice(0, 1)) };
    const { changes } = await takeIn(household, shorter);
    expect(changes).toMatchObject({ retired: 0, asks: [{ kind: "retire", questions: 2 }] });
    expect(await questionIds(household)).toHaveLength(3);
    const wanted = await takeIn(household, shorter, { retireMissing: true });
    expect(wanted.changes).toEqual({ ...NONE, unchanged: 1, retired: 2 });
    expect(await questionIds(household)).toHaveLength(1);
  });

  test("an emptied folder retires nothing and asks", async () => {
    const household = await aHousehold({ "content/a.md": aDocument(...three) });
    const { changes } = await takeIn(household, {});
    expect(changes.asks).toHaveLength(1);
    expect(await questionIds(household)).toHaveLength(3);
  });

  test("a file that goes among others is retired, and restored when it returns", async () => {
    const documents = {
      "content/a.md": aDocument(...three),
      "content/b.md": aDocument({ topic: "Storage" }),
    };
    const household = await aHousehold(documents);
    const { changes } = await takeIn(household, { "content/a.md": documents["content/a.md"] });
    expect(changes).toEqual({ ...NONE, unchanged: 3, retired: 1 });
    const back = await takeIn(household, documents);
    expect(back.changes).toEqual({ ...NONE, unchanged: 3, restored: 1 });
  });

  test("key points keep their ids where their text stays", async () => {
    const household = await aHousehold({ "content/a.md": aDocument({ answer: answer("Loops") }) });
    const before = await pointsByText(household);
    await takeIn(household, {
      "content/a.md": aDocument({ answer: answer("Split horizon", "A route is never told back.") }),
    });
    const after = await pointsByText(household);
    const kept = [...before.keys()].filter((text) => after.has(text));
    expect(kept).toHaveLength(2);
    for (const text of kept) expect(after.get(text)).toBe(before.get(text));
    expect(await household.database.read.keyPoint.count()).toBe(4);
  });
});

describe("a run", () => {
  test("for trial reports the same changes and writes nothing", async () => {
    const household = await aHousehold();
    const { changes } = await takeIn(
      household,
      { "content/a.md": aDocument({}) },
      { dryRun: true },
    );
    expect(changes.added).toBe(1);
    expect(await questionIds(household)).toEqual([]);
  });

  test("that dies in one document leaves the others whole, and the next one continues", async () => {
    const household = await aHousehold();
    const twelve = (topic: string) =>
      aDocument(
        ...Array.from({ length: 12 }, (_, i) => ({
          topic,
          prompt: `Which ${topic} is the ${i}th?`,
          answer: `The ${topic} after the ${i - 1}th.`,
        })),
      );
    const documents = { "content/a.md": twelve("Routes"), "content/b.md": twelve("Disks") };
    const dying = { ...household.database, write: failingAfter(household, 2) };
    await expect(takeIn({ ...household, database: dying }, documents)).rejects.toThrow("killed");
    expect(await questionIds(household)).toHaveLength(12);
    const { changes } = await takeIn(household, documents);
    expect(changes).toEqual({ ...NONE, added: 12, unchanged: 12 });
  });

  test("tags come with the document and go with it", async () => {
    const text = aDocument({});
    const household = await aHousehold({
      "content/a.md": `---\ntags: [aws, aws, vpc]\n---\n${text}`,
    });
    expect(await tags(household)).toEqual([["aws", "vpc"]]);
    const { changes } = await takeIn(household, { "content/a.md": text });
    expect(changes.changed).toBe(1);
    expect(await tags(household)).toEqual([[]]);
  });

  test("the same title elsewhere is another topic, with an address of its own", async () => {
    const household = await aHousehold({
      "content/a.md": aDocument(
        { topic: "C › Basics" },
        { topic: "C++ › Basics" },
        { topic: "C# › Basics" },
        { topic: "C? › Basics" },
      ),
    });
    const tree = await topicTree(household);
    expect(tree.map(({ path: address }) => address)).toEqual([
      "c",
      "c-plus-plus",
      "c-sharp",
      "c-2",
    ]);
  });
});

function answer(third: string, says = "Loops are cut."): string {
  return `### Routing tables\nThe longest prefix wins.\n\n### Metrics\nThe lowest cost wins.\n\n### ${third}\n${says}`;
}

const NONE = { ...NO_CHANGES, asks: [] };

async function promptsAndIds(household: Household) {
  const { value } = await questionList(household, { limit: 200 });
  return new Map(value.items.map(({ prompt, id }) => [prompt, id]));
}

async function pointsByText(household: Household) {
  const points = await household.database.read.keyPoint.findMany({ where: { retiredAt: null } });
  return new Map(points.map(({ text, id }) => [text, id]));
}

async function tags(household: Household) {
  const { value } = await questionList(household, { limit: 200 });
  return value.items.map((question) => question.tags);
}

async function everything({ database: { read } }: Household) {
  return Promise.all([
    read.document.findMany(),
    read.topic.findMany(),
    read.question.findMany(),
    read.questionVersion.findMany(),
    read.questionText.findMany(),
    read.keyPoint.findMany(),
    read.ingestRun.findMany(),
  ]);
}

/** A store whose process dies after so many writes. */
function failingAfter({ database }: Household, writes: number): Household["database"]["write"] {
  let left = writes;
  return (work) => {
    if (left === 0) throw new Error("killed");
    left -= 1;
    return database.write(work);
  };
}
