import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  option,
  record,
  shuffledSubarray,
  uniqueArray,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { reconcile as reconcileRun } from "@/lib/ingest/reconcile";
import { answerHash, promptKey, versionHash } from "@/lib/ingest/reconcile/keys";

const q = (prompt: string, answer: string | null = null) => ({ prompt, answer });
type Draft = ReturnType<typeof q> & { document?: string; explicitId?: string };
type Stored = Draft & { id: string; away?: boolean; mergedIntoId?: string; elsewhere?: boolean };
const stored = (...questions: Draft[]): Stored[] =>
  questions.map((question, i) => ({ id: `q${i + 1}`, ...question }));

/** Drafts against what is stored: in the documents of the run, or put away elsewhere. */
function run(drafts: readonly Draft[], questions: readonly Stored[]) {
  const known = questions.map(({ prompt, answer, elsewhere, ...rest }) => ({
    document: "a",
    explicitId: null,
    mergedIntoId: null,
    away: elsewhere ?? false,
    ...rest,
    promptKey: promptKey(prompt),
    answerHash: answerHash(answer),
  }));
  const elsewhere = new Set(questions.filter((one) => one.elsewhere).map(({ id }) => id));
  const isAway = ({ id }: { id: string }) => elsewhere.has(id);
  return reconcileRun(
    drafts.map(({ prompt, answer, ...rest }) => ({
      document: "a",
      explicitId: null,
      ...rest,
      promptKey: promptKey(prompt),
      answerHash: answerHash(answer),
      answerLength: (answer ?? "").length,
    })),
    known.filter((question) => !isAway(question)),
    {
      putAwayLike: async () => known.filter(isAway),
      putAway: async (ids) => known.filter((one) => isAway(one) && ids.includes(one.id)),
      texts: async (ids) =>
        new Map(questions.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])),
      draftTexts: async (places) =>
        new Map(places.flatMap((i) => (drafts[i] ? [[i, drafts[i]] as const] : []))),
    },
  );
}

async function reconcile(drafts: readonly Draft[], questions: readonly Stored[]) {
  const { ids, gone } = await run(drafts, questions);
  return { ids, gone };
}

const VPC = q(
  "What is a VPC and when would you use more than one of them?",
  "A VPC is an isolated network; I use one for each environment and team.",
);
const IAM = q(
  "How do you grant least privilege with IAM across many accounts?",
  "Service control policies bound what roles with narrow policies may do.",
);
const S3 = q(
  "Which storage class of S3 fits rarely read logs?",
  "Glacier Instant Retrieval, by a lifecycle rule after thirty days.",
);

describe("a question keeps its id", () => {
  const known = stored(VPC, IAM, S3);
  const only = async (draft: Draft) => (await reconcile([draft], known)).ids[0];

  test("when its prompt is corrected", async () => {
    expect(await only(q("What is a VPC, and when would you use more than two?", VPC.answer))).toBe(
      "q1",
    );
  });

  test("when its prompt is written anew above the same answer", async () => {
    expect(await only(q("Tell me about isolation.", IAM.answer))).toBe("q2");
  });

  test("when its answer is corrected, written anew, taken away or added", async () => {
    expect(await only(q(S3.prompt, `${S3.answer} Not sooner.`))).toBe("q3");
    expect(await only(q(S3.prompt, "Deep Archive."))).toBe("q3");
    expect(await only(q(S3.prompt))).toBe("q3");
    expect((await reconcile([S3], [{ id: "bare", ...q(S3.prompt) }])).ids).toEqual(["bare"]);
  });

  test("when it moves into a file whose copy of its answer, under another prompt, goes", async () => {
    const copy = { document: "b", ...q("What is isolation?", VPC.answer) };
    const { ids, gone } = await reconcile([{ ...copy, document: "a" }], stored(VPC, copy));
    expect({ ids, gone }).toEqual({ ids: ["q2"], gone: ["q1"] });
  });

  test("when both are corrected", async () => {
    expect(
      await only(
        q(
          "What is a VPC and when would you need more than one of them?",
          "A VPC is an isolated network; I use one per environment and team.",
        ),
      ),
    ).toBe("q1");
  });

  test("when case, spacing, emphasis or line ends change", async () => {
    expect(
      await only(q("**which** storage class  of S3\r\nfits rarely read `logs`?", "New.")),
    ).toBe("q3");
  });

  test("when the questions change places", async () => {
    expect(await reconcile([S3, VPC, IAM], known)).toEqual({ ids: ["q3", "q1", "q2"], gone: [] });
  });
});

describe("of questions that are much alike", () => {
  const copy = (n: number) =>
    q(
      `How do you restore a database of tenant${n} from a snapshot in another region?`,
      `You copy the snapshot of tenant${n} there, create the database from it, and point the name at it.`,
    );
  const edited = ({ prompt, answer }: Draft) => q(`${prompt} And why?`, `${answer} It is slow.`);

  test("the one in its own document is it", async () => {
    const known = [0, 1, 2].map((n) => ({ id: `q${n}`, document: `d${n}`, ...copy(n) }));
    const drafts = known.map(({ document, ...text }) => ({ document, ...edited(text) }));
    expect(await reconcile(drafts, known)).toEqual({ ids: ["q0", "q1", "q2"], gone: [] });
  });

  test("also where all documents have other names, by what else is in them", async () => {
    const rest = (n: number) => [0, 1, 2].map((i) => q(`Part ${n}${i}?`, `Whole ${n}${i}.`));
    const known = [0, 1, 2].flatMap((n) =>
      [copy(n), ...rest(n)].map((text, i) => ({ id: `q${n}${i}`, document: `d${n}`, ...text })),
    );
    const drafts = [0, 1, 2].flatMap((n) =>
      [edited(copy(n)), ...rest(n)].map((text) => ({ document: `new${n}`, ...text })),
    );
    expect(await reconcile(drafts, known)).toEqual({ ids: known.map(({ id }) => id), gone: [] });
  });
});

test("of a corrected question and a copy of it that was made another, the corrected one is it", async () => {
  const answer =
    "Each follower waits for a random time and then asks all the others for votes of this term.";
  const known = stored(q("How does a Raft cluster elect its leader?", answer));
  const copy = q("How did the Raft cluster elect the leader?", answer);
  const corrected = q("How does a Raft cluster elect the leader?", answer);
  expect((await reconcile([copy, corrected], known)).ids).toEqual([null, "q1"]);
});

test("a short answer under a new prompt stays who it is when its document is renamed", async () => {
  const known = stored(q("What is a hop?", "A step."), VPC, IAM);
  const drafts = [q("And of what is a route made?", "A step."), VPC, IAM];
  const renamed = drafts.map((draft) => ({ ...draft, document: "b" }));
  expect(await reconcile(renamed, known)).toEqual({ ids: ["q1", "q2", "q3"], gone: [] });
});

describe("a question is new", () => {
  test("when none is like it, and the others stay who they are", async () => {
    const asked = q("How does Raft elect a leader?", "By votes, with random timeouts.");
    expect(await reconcile([VPC, asked, S3], stored(VPC, S3))).toEqual({
      ids: ["q1", null, "q2"],
      gone: [],
    });
  });

  test("in place of one that is gone", async () => {
    const asked = q("How does Raft elect a leader?", "By votes, with random timeouts.");
    expect(await reconcile([asked, IAM], stored(VPC, IAM))).toEqual({
      ids: [null, "q2"],
      gone: ["q1"],
    });
  });

  test("when it is as much like one as like another", async () => {
    const known = stored(
      q("How do you back up a small database to another region at night?"),
      q("How do you back up a large database to another region at night?"),
    );
    const draft = q("How do you back up a huge database to another region at night?");
    expect(await reconcile([draft], known)).toEqual({ ids: [null], gone: ["q1", "q2"] });
  });

  test("when it has only an answer that several have", async () => {
    const see = "See the documentation.";
    const known = stored(q("What is a subnet?", see), q("How does Kafka order messages?", see));
    const drafts = [
      q("How does Kafka keep messages in order?", see),
      q("What is a subnet mask?", see),
    ];
    const { ids } = await reconcile(drafts, known);
    expect(ids[0]).not.toBe("q1");
    expect(ids[1]).not.toBe("q2");
  });

  test("when neither has an answer and the prompts differ", async () => {
    const { ids } = await reconcile([q("What is TLS?")], stored(q("Who owns DNS zones?")));
    expect(ids).toEqual([null]);
  });
});

describe("a question that names itself", () => {
  const named = (id: string, draft: Draft) => ({ ...draft, explicitId: id });

  test("is known by that, whatever became of its text and place", async () => {
    const known = stored(named("x", VPC), named("y", IAM));
    const drafts = [{ ...named("x", IAM), document: "b" }, named("y", VPC)];
    expect(await reconcile(drafts, known)).toEqual({ ids: ["q1", "q2"], gone: [] });
  });

  test("is known by its text when the name is new, or gone", async () => {
    expect((await reconcile([named("x", VPC)], stored(VPC))).ids).toEqual(["q1"]);
    expect((await reconcile([VPC], stored(named("x", VPC)))).ids).toEqual(["q1"]);
  });

  test("is none that names itself otherwise, unless all else is the same", async () => {
    const reworded = { ...VPC, answer: "Another answer altogether." };
    expect((await reconcile([named("x", reworded)], stored(named("y", VPC)))).ids).toEqual([null]);
    expect((await reconcile([named("x", VPC)], stored(named("y", VPC)))).ids).toEqual(["q1"]);
  });
});

describe("questions with the same prompt", () => {
  test("are told apart by their answers", async () => {
    const [one, two] = [q("Explain.", "First answer."), q("Explain.", "Other words.")];
    expect((await reconcile([two, one], stored(one, two))).ids).toEqual(["q2", "q1"]);
    expect(await reconcile([two], stored(one, two))).toEqual({ ids: ["q2"], gone: ["q1"] });
  });

  test("and the same answer are told apart by their order", async () => {
    const same = q("Explain.", "So.");
    expect(await reconcile([same, same, same], stored(same, same))).toEqual({
      ids: ["q1", "q2", null],
      gone: [],
    });
  });
});

describe("keys", () => {
  test("a prompt's is without case, spacing, emphasis and the form of characters", () => {
    expect(promptKey("  What’s  **a** `VPC`\r\n_here_? ﬁne")).toBe("what’s a vpc here? fine");
    expect(promptKey("cafe\u0301")).toBe(promptKey("café"));
    expect(promptKey("What is C?")).not.toBe(promptKey("What is C#?"));
  });

  test("an answer's is without spacing; none has none", () => {
    expect(answerHash("a\r\n\r\n  b ")).toBe(answerHash("a b"));
    expect(answerHash("a b")).not.toBe(answerHash("A b"));
    expect(answerHash(null)).toBeNull();
    expect(answerHash("")).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a version's tells every letter, and no answer from an empty one", () => {
    expect(versionHash(q("a", "b"))).toBe(versionHash(q("a", "b")));
    const others = [q("a", "b "), q("A", "b"), q("a"), q("a", ""), q("a\nb", ""), q("", "ab")];
    expect(new Set([q("a", "b"), ...others].map(versionHash)).size).toBe(others.length + 1);
  });
});

describe("whatever the questions", () => {
  const word = constantFrom(
    "vpc",
    "iam",
    "s3",
    "raft",
    "kafka",
    "tls",
    "how",
    "why",
    "*x*",
    "日本",
  );
  const text = array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  const questions = array(record({ prompt: text, answer: option(text) }), { maxLength: 8 });
  const identified = questions.map((list) => stored(...list));

  test("a list taken in again is itself, in order, with nothing gone", () => {
    return assert(
      asyncProperty(identified, async (known) => {
        const { ids, gone } = await reconcile(known, known);
        expect(gone).toEqual([]);
        for (const [i, id] of ids.entries()) {
          const match = known.find((question) => question.id === id);
          expect(match && [promptKey(match.prompt), match.answer]).toEqual([
            promptKey(known[i]?.prompt ?? ""),
            known[i]?.answer,
          ]);
        }
      }),
    );
  });

  test("each id is used once or gone, and no other is made up", () => {
    return assert(
      asyncProperty(questions, identified, async (drafts, known) => {
        const { ids, gone } = await reconcile(drafts, known);
        expect(ids).toHaveLength(drafts.length);
        expect([...ids.filter((id) => id !== null), ...gone].toSorted()).toEqual(
          known.map(({ id }) => id).toSorted(),
        );
      }),
    );
  });

  test("with prompts that differ, a shuffle with answers rewritten keeps every id", () => {
    const prompts = uniqueArray(text, { minLength: 1, maxLength: 8, selector: promptKey });
    const shuffled = prompts.chain((list) =>
      shuffledSubarray(list, { minLength: list.length }).map((order) => ({ list, order })),
    );
    return assert(
      asyncProperty(shuffled, integer(), async ({ list, order }, seed) => {
        const known = list.map((prompt) => ({ id: prompt, ...q(prompt, `answer ${prompt}`) }));
        const drafts = order.map((prompt) => q(prompt, `other ${seed}`));
        expect(await reconcile(drafts, known)).toEqual({ ids: order, gone: [] });
      }),
    );
  });
});

test("a question that is taken apart is found among thousands that are rewritten", async () => {
  const words = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${name}x${n}`).join(" ");
  const rewritten = Array.from({ length: 4_500 }, (_, i) => q(`Ask ${i}?`, words(`a${i}`, 5)));
  const [one, other] = [words("one", 90), words("other", 60)];
  const known = stored(q("What are both for?", `${one} ${other}`), ...rewritten);
  const drafts = [
    q("What is the one for?", one),
    q("What is the other for?", other),
    ...rewritten.map(({ prompt, answer }) => q(prompt, `${answer} again`)),
  ];
  const { ids, splits } = await run(drafts, known);
  expect(ids.slice(0, 3)).toEqual(["q1", null, "q2"]);
  expect(splits).toEqual([{ id: "q1", draft: 1 }]);
});

test("three hundred questions rewritten at once are compared, and not for minutes", async () => {
  const list = (name: string) =>
    Array.from({ length: 300 }, (_, i) =>
      q(`${name} ${i}`, Array.from({ length: 100 }, (__, n) => `${name}${i * n}`).join(" ")),
    );
  const { ids, gone } = await reconcile(list("draft"), stored(...list("known")));
  expect(ids.every((id) => id === null)).toBe(true);
  expect(gone).toHaveLength(300);
});
