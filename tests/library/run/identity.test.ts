import { describe, expect, test } from "vitest";
import { NO_CHANGES } from "@/lib/library/run/outcomes";
import { questionList } from "@/lib/study/questions";
import { aDocument, type QuestionText } from "@/tests/support/markdown";
import { aReview, send } from "@/tests/support/reviews";
import { aHousehold, type Household, takeIn } from "@/tests/support/store";

const NONE = { ...NO_CHANGES, asks: [] };

const ROUTE = aQuestion(
  "What is a route?",
  "A rule of where packets go next, chosen by the longest prefix that matches the destination.",
);
const BGP = aQuestion(
  "Why does the internet use BGP between providers?",
  "Each provider keeps its policy to itself and tells its neighbours only the paths that it likes.",
);
const RAFT = aQuestion(
  "How does Raft elect a leader?",
  "After a random timeout a follower asks for votes, and whoever has most of them leads the term.",
);
const KAFKA = aQuestion(
  "When does Kafka keep messages in order?",
  "Within a partition always; across partitions never, so the key decides what is ordered.",
);
const CACHE = aQuestion(
  "How do you keep a cache from going stale?",
  "By short lifetimes, by versioned keys, or by events that throw out what has changed.",
);
const SHARD = aQuestion(
  "What makes a good shard key?",
  "Many values, evenly asked for, and named by nearly all of the queries that matter.",
);

describe("a question keeps its id and history", () => {
  test("when it moves to another file", async () => {
    const household = await aHousehold(files([ROUTE, BGP, RAFT], [KAFKA, CACHE]));
    const ids = await idsByPrompt(household);
    await send(household, aReview(household, idOf(ids, RAFT), 3));
    const { changes, outcomes } = await takeIn(
      household,
      files([ROUTE, BGP], [KAFKA, CACHE, RAFT]),
    );
    expect(changes).toEqual({ ...NONE, moved: 1, unchanged: 4 });
    expect(outcomes[1]?.questions[2]).toEqual({
      id: idOf(ids, RAFT),
      outcome: "moved",
      differences: ["file"],
    });
    expect(await idsByPrompt(household)).toEqual(ids);
    expect((await memoryOf(household, RAFT))?.reps).toBe(1);
  });

  test("when it moves to another topic of another file and is corrected on the way", async () => {
    const household = await aHousehold(files([ROUTE, BGP, RAFT], [KAFKA, CACHE]));
    const ids = await idsByPrompt(household);
    const corrected = {
      topic: "Consensus",
      prompt: "How does Raft elect its leader?",
      answer: `${RAFT.answer} Votes are kept on disk.`,
    };
    const { changes } = await takeIn(household, files([ROUTE, BGP], [KAFKA, CACHE, corrected]));
    expect(changes).toEqual({ ...NONE, moved: 1, unchanged: 4 });
    expect(idOf(await idsByPrompt(household), corrected)).toBe(idOf(ids, RAFT));
  });

  test("when two files exchange questions", async () => {
    const household = await aHousehold(files([ROUTE, BGP, RAFT], [KAFKA, CACHE, SHARD]));
    const ids = await idsByPrompt(household);
    const { changes } = await takeIn(household, files([ROUTE, BGP, SHARD], [KAFKA, CACHE, RAFT]));
    expect(changes).toEqual({ ...NONE, moved: 2, unchanged: 4 });
    expect(await idsByPrompt(household)).toEqual(ids);
  });

  test("when its file is renamed, and the document is the same", async () => {
    const text = aDocument(ROUTE, BGP, RAFT);
    const household = await aHousehold({ "content/a.md": text });
    const ids = await idsByPrompt(household);
    const { changes } = await takeIn(household, { "content/routing.md": text });
    expect(changes).toEqual({ ...NONE, moved: 3 });
    expect(await idsByPrompt(household)).toEqual(ids);
    const documents = await household.database.read.document.findMany();
    expect(documents.map(({ path, retiredAt }) => [path, retiredAt])).toEqual([
      ["content/routing.md", null],
    ]);
  });

  test("when it was gone for a while, and comes back in another file", async () => {
    const household = await aHousehold(files([ROUTE, BGP, RAFT], [KAFKA, CACHE]));
    const ids = await idsByPrompt(household);
    await takeIn(household, files([ROUTE, BGP], [KAFKA, CACHE]));
    const { changes } = await takeIn(household, files([ROUTE, BGP], [KAFKA, CACHE, RAFT]));
    expect(changes).toEqual({ ...NONE, restored: 1, unchanged: 4 });
    expect(await idsByPrompt(household)).toEqual(ids);
  });

  test("when it was put away by the learner, and stays so wherever it goes", async () => {
    const household = await aHousehold(files([ROUTE, BGP, RAFT], [KAFKA, CACHE]));
    const id = idOf(await idsByPrompt(household), RAFT);
    const data = { retiredAt: household.clock.now(), retiredBy: "learner" };
    await household.database.write((tx) => tx.question.update({ where: { id }, data }));
    await takeIn(household, files([ROUTE, BGP], [KAFKA, CACHE, RAFT]));
    expect((await idsByPrompt(household)).size).toBe(4);
    expect(await household.database.read.question.count()).toBe(5);
  });
});

test("a short answer that many could give moves no question to another file", async () => {
  const see = { prompt: "What is a subnet mask for?", answer: "See the documentation." };
  const household = await aHousehold(files([ROUTE, BGP, see], [KAFKA, CACHE]));
  const other = { prompt: "How is a lease renewed?", answer: "See the documentation." };
  const { changes } = await takeIn(household, files([ROUTE, BGP], [KAFKA, CACHE, other]));
  expect(changes).toEqual({ ...NONE, added: 1, retired: 1, unchanged: 4 });
});

describe("a question that is taken apart or put together", () => {
  const both = aQuestion("What are Raft and Kafka for?", `${RAFT.answer}\n\n${KAFKA.answer}`);

  test("goes on as the part that has most of it; the other part is split off", async () => {
    const household = await aHousehold(files([ROUTE, BGP, both], [CACHE]));
    const ids = await idsByPrompt(household);
    const { changes } = await takeIn(household, files([ROUTE, BGP, RAFT, KAFKA], [CACHE]));
    expect(changes).toEqual({ ...NONE, changed: 1, split: 1, unchanged: 3 });
    expect(idOf(await idsByPrompt(household), RAFT)).toBe(idOf(ids, both));
  });

  test("keeps the prompt's id where the prompt stays with one part", async () => {
    const household = await aHousehold(files([ROUTE, BGP, both], [CACHE]));
    const ids = await idsByPrompt(household);
    const rest = { ...both, answer: RAFT.answer };
    const { changes } = await takeIn(household, files([ROUTE, BGP, rest, KAFKA], [CACHE]));
    expect(changes).toEqual({ ...NONE, changed: 1, split: 1, unchanged: 3 });
    expect(idOf(await idsByPrompt(household), both)).toBe(idOf(ids, both));
  });

  test("takes the history of both into one", async () => {
    const household = await aHousehold(files([ROUTE, BGP, RAFT, KAFKA], [CACHE]));
    const ids = await idsByPrompt(household);
    await send(household, aReview(household, idOf(ids, RAFT), 3));
    household.clock.wait(1);
    await send(household, aReview(household, idOf(ids, KAFKA), 3));
    const whole = { ...RAFT, answer: both.answer };
    const { changes } = await takeIn(household, files([ROUTE, BGP, whole], [CACHE]));
    expect(changes).toEqual({ ...NONE, changed: 1, merged: 1, unchanged: 3 });
    const now = await idsByPrompt(household);
    expect(now.size).toBe(4);
    expect(idOf(now, RAFT)).toBe(idOf(ids, RAFT));
    expect((await memoryOf(household, RAFT))?.reps).toBe(2);
    const merged = await household.database.read.question.findUnique({
      where: { id: idOf(ids, KAFKA) },
    });
    expect(merged).toMatchObject({ retiredBy: "merge", mergedIntoId: idOf(ids, RAFT) });
  });

  test("asks where the part can't be told for sure", async () => {
    const household = await aHousehold(files([ROUTE, BGP, RAFT, KAFKA], [CACHE]));
    const ids = await idsByPrompt(household);
    const some = KAFKA.answer.replace("what is ordered", "all of that");
    const whole = { ...RAFT, answer: `${RAFT.answer}\n\n${some}` };
    const { changes } = await takeIn(household, files([ROUTE, BGP, whole], [CACHE]));
    expect(changes).toMatchObject({ changed: 1, retired: 1, merged: 0 });
    expect(changes.asks).toMatchObject([
      { kind: "part", questionId: idOf(ids, KAFKA), otherId: idOf(ids, RAFT) },
    ]);
  });
});

test("a question that changed answers with another, and was corrected, is not made one with it", async () => {
  const household = await aHousehold(files([ROUTE, BGP, RAFT, KAFKA], [CACHE]));
  const ids = await idsByPrompt(household);
  const raft = { ...RAFT, prompt: "How does Raft elect its leader?", answer: KAFKA.answer };
  const kafka = { ...KAFKA, answer: RAFT.answer };
  const { changes } = await takeIn(household, files([ROUTE, BGP, raft, kafka], [CACHE]));
  expect(changes).toMatchObject({ merged: 0 });
  expect(idOf(await idsByPrompt(household), kafka)).toBe(idOf(ids, KAFKA));
  const now = await idsByPrompt(household);
  expect(changes.asks).toMatchObject([
    { kind: "part", questionId: idOf(ids, RAFT), otherId: idOf(ids, KAFKA) },
    { kind: "same", questionId: idOf(ids, RAFT), otherId: idOf(now, raft) },
  ]);
});

describe("what isn't clear", () => {
  const small = aQuestion(
    "How do you back up a small database to another region at night?",
    "By a snapshot that a job copies when nobody works, kept for thirty days and tried each month.",
  );
  const huge = aQuestion(
    "How do you back up a huge old store to another place at night?",
    "By a stream of changes that is kept for ten days, as a whole copy takes longer than the night.",
  );

  test("is a new question, an old one put away with its history, and an ask", async () => {
    const household = await aHousehold(files([ROUTE, BGP, small], [CACHE]));
    const ids = await idsByPrompt(household);
    await send(household, aReview(household, idOf(ids, small), 3));
    const { changes } = await takeIn(household, files([ROUTE, BGP, huge], [CACHE]));
    expect(changes).toMatchObject({ added: 1, retired: 1, unchanged: 3 });
    const other = idOf(await idsByPrompt(household), huge);
    expect(changes.asks).toMatchObject([
      {
        kind: "same",
        questionId: idOf(ids, small),
        otherId: other,
        path: "content/a.md",
        message: expect.stringContaining("“How do you back up a huge old store"),
      },
    ]);
    const asks = await household.database.read.ask.findMany();
    expect(asks).toMatchObject([{ kind: "same", answer: null, otherId: other }]);
  });

  test("is asked once", async () => {
    const household = await aHousehold(files([ROUTE, BGP, small], [CACHE]));
    await takeIn(household, files([ROUTE, BGP, huge], [CACHE]));
    const again = await takeIn(household, files([ROUTE, BGP, huge, RAFT], [CACHE]));
    expect(again.changes).toEqual({ ...NONE, added: 1, unchanged: 4 });
    expect(await household.database.read.ask.count()).toBe(1);
  });

  test("is answered by itself when the old question is back beside the new one", async () => {
    const household = await aHousehold(files([ROUTE, BGP, small], [CACHE]));
    await takeIn(household, files([ROUTE, BGP, huge], [CACHE]));
    const back = await takeIn(household, files([ROUTE, BGP, huge, small], [CACHE]));
    expect(back.changes).toEqual({ ...NONE, restored: 1, unchanged: 4 });
    const [ask] = await household.database.read.ask.findMany();
    expect(ask?.answer).toBe("different");
  });
});

describe("the same question in two documents", () => {
  test("is found, and offered once", async () => {
    const household = await aHousehold(files([ROUTE, BGP], [RAFT]));
    const ids = await idsByPrompt(household);
    const twice = aQuestion("**What** is a route?", "Where packets go.");
    const { changes } = await takeIn(household, files([ROUTE, BGP], [RAFT, twice]));
    expect(changes).toMatchObject({ added: 1, unchanged: 3 });
    expect(changes.asks).toMatchObject([
      { kind: "duplicate", questionId: idOf(ids, ROUTE), path: "content/b.md" },
    ]);
    const again = await takeIn(household, files([ROUTE, BGP], [twice, RAFT]));
    expect(again.changes.asks).toEqual([]);
  });

  test("is found within one run, once for each further one", async () => {
    const household = await aHousehold();
    const { changes } = await takeIn(household, {
      "content/a.md": aDocument(ROUTE, BGP),
      "content/b.md": aDocument(ROUTE, RAFT),
      "content/c.md": aDocument(KAFKA, ROUTE),
    });
    expect(changes.asks.map(({ kind }) => kind)).toEqual(["duplicate", "duplicate"]);
  });

  test("is found by a telling answer under a similar prompt", async () => {
    const similar = aQuestion("What is a static route?", ROUTE.answer);
    const household = await aHousehold(files([ROUTE, BGP], [RAFT, similar]));
    expect(await household.database.read.ask.count()).toBe(1);
  });
});

/** Two documents in the content folder. */
function files(a: QuestionText[], b: QuestionText[]) {
  return { "content/a.md": aDocument(...a), "content/b.md": aDocument(...b) };
}

function aQuestion(prompt: string, answer = `It depends: ${prompt}`) {
  return { prompt, answer };
}

async function idsByPrompt(household: Household): Promise<Map<string, string>> {
  const { value } = await questionList(household, { limit: 200 });
  return new Map(value.items.map(({ prompt, id }) => [prompt, id]));
}

function idOf(ids: Map<string, string>, { prompt = "" }: QuestionText): string {
  return ids.get(prompt) ?? "";
}

async function memoryOf(household: Household, { prompt }: QuestionText) {
  const { value } = await questionList(household, { limit: 200 });
  return value.items.find((question) => question.prompt === prompt)?.memory;
}
