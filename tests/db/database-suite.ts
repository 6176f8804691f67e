import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { PlainQueries } from "@/lib/db/plain-queries";
import { newId } from "@/lib/use-case/ids";

/** What every engine must do. `open` gives an empty store that is up to date. */
export function databaseSuite(engine: string, open: () => Database): void {
  describe(`the store on ${engine}`, () => {
    test("a review graded beside a transaction that rolls back is kept", async () => {
      const database = open();
      const { review } = await aGradedQuestion(database);
      const begun = aSignal();
      const end = aSignal();
      const rolledBack = database.write(async (tx) => {
        await tx.tag.create({ data: { id: "lost", name: "lost" } });
        begun.give();
        await end.given;
        throw new Error("rolled back on purpose");
      });
      await begun.given;
      const graded = database.write((tx) =>
        tx.review.create({ data: { ...review, id: "beside" } }),
      );
      end.give();
      await expect(rolledBack).rejects.toThrow("on purpose");
      await graded;
      expect(await database.read.review.count({ where: { id: "beside" } })).toBe(1);
      expect(await database.read.tag.count()).toBe(0);
    });

    test("so is one by plain statements, and of one of those that fails nothing is", async () => {
      const database = open();
      const fails = database.writePlainly(async (tx) => {
        await tx.$executeRaw`INSERT INTO "Tag" ("id", "name") VALUES ('lost', 'lost')`;
        throw new Error("on purpose");
      });
      const beside = database.writePlainly(
        (tx) => tx.$executeRaw`INSERT INTO "Tag" ("id", "name") VALUES ('kept', 'kept')`,
      );
      const last = database.write((tx) => tx.tag.create({ data: { id: "last", name: "last" } }));
      await expect(fails).rejects.toThrow("on purpose");
      expect(await beside).toBe(1);
      await last;
      const tags = await database.read.tag.findMany({ orderBy: { id: "asc" } });
      expect(tags.map(({ id }) => id)).toEqual(["kept", "last"]);
    });

    test("plain statements take and give what Prisma's own do", async () => {
      const database = open();
      const { ids, review } = await aGradedQuestion(database);
      const said = { at: review.saidAt, yes: true, no: null, one: 1, half: 0.5 };
      const plainly = await database.writePlainly((tx) => written(tx, ids.question, said));
      const byPrisma = await database.write((tx) => written(tx, ids.question, said));
      expect(plainly).toEqual(byPrisma);
      expect(plainly).toEqual([
        { retiredAt: said.at, number: 1, isThere: 1, counts: true, undoneAt: null, share: 0.5 },
      ]);
    });

    test("what is not committed is not read", async () => {
      const database = open();
      let seen = -1;
      await database.write(async (tx) => {
        await tx.tag.create({ data: { id: "t", name: "t" } });
        seen = await database.read.tag.count();
      });
      expect(seen).toBe(0);
      expect(await database.read.tag.count()).toBe(1);
    });

    test("the reader refuses to write", async () => {
      const database = open();
      await expect(database.read.tag.create({ data: { id: "t", name: "t" } })).rejects.toThrow(
        /readonly/,
      );
      expect(await database.read.tag.count()).toBe(0);
    });

    test("a snapshot does not see what is written after it was taken", async () => {
      const database = open();
      const snapshot = await database.snapshot();
      await database.write((tx) => tx.tag.create({ data: { id: "t", name: "t" } }));
      expect(await snapshot.read.tag.count()).toBe(0);
      await snapshot.close();
      expect(await database.read.tag.count()).toBe(1);
    });

    test("nothing that a review hangs on can be deleted", async () => {
      const database = open();
      const { ids } = await aGradedQuestion(database);
      const deletions = [
        database.write((tx) => tx.question.delete({ where: { id: ids.question } })),
        database.write((tx) => tx.questionVersion.delete({ where: { id: ids.version } })),
        database.write((tx) => tx.topic.delete({ where: { id: ids.topic } })),
        database.write((tx) => tx.document.delete({ where: { id: ids.document } })),
        database.write((tx) => tx.learner.delete({ where: { id: ids.learner } })),
        database.write((tx) => tx.keyPoint.delete({ where: { id: ids.keyPoint } })),
      ];
      const outcomes = await Promise.allSettled(deletions);
      expect(outcomes.map(({ status }) => status)).toEqual(deletions.map(() => "rejected"));
      expect(await database.read.review.count()).toBe(1);
    });

    test("a rating is 1 to 4", async () => {
      const database = open();
      const { review } = await aGradedQuestion(database);
      for (const rating of [0, 5])
        await expect(
          database.write((tx) => tx.review.create({ data: { ...review, id: v7(), rating } })),
        ).rejects.toThrow(/constraint/i);
    });

    test("a question has one current version", async () => {
      const database = open();
      const { ids } = await aGradedQuestion(database);
      const version = { questionId: ids.question, hash: "h" };
      const since = new Date("2026-11-24T00:00:00Z");
      await expect(
        database.write((tx) =>
          tx.questionVersion.create({ data: { ...version, id: "second", since } }),
        ),
      ).rejects.toThrow(/constraint/i);
    });
  });
}

/** Writes values of every kind, and answers them as they are read. */
async function written(
  tx: PlainQueries,
  question: string,
  said: { at: Date; yes: boolean; no: null; one: number; half: number },
) {
  const { at, yes, no, one, half } = said;
  await tx.$executeRaw`UPDATE "Question" SET "retiredAt" = ${at}, "number" = ${one} WHERE "id" = ${question}`;
  await tx.$executeRaw`
    UPDATE "Review" SET "counts" = ${yes}, "undoneAt" = ${no}, "predictedRecall" = ${half}
    WHERE "questionId" = ${question}`;
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT q."retiredAt", q."number", r."counts" = ${yes} AS "isThere", r."counts", r."undoneAt",
      r."predictedRecall" AS "share"
    FROM "Question" q JOIN "Review" r ON r."questionId" = q."id"
    WHERE q."retiredAt" = ${at} AND r."counts" = ${yes}`;
  // A comparison has no declared type: Prisma answers it as a bigint.
  return rows.map(({ isThere, ...row }) => ({ ...row, isThere: Number(isThere) }));
}

/** Something that one part of a test waits for and another gives. */
function aSignal(): { give: () => void; given: Promise<void> } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

/** A question with a review that assessed its one key point. */
async function aGradedQuestion(database: Database) {
  const ids = {
    learner: newId(),
    document: newId(),
    topic: newId(),
    question: newId(),
    version: newId(),
    keyPoint: newId(),
  };
  const at = new Date("2026-11-24T19:00:00Z");
  const review = {
    id: v7(),
    learnerId: ids.learner,
    questionId: ids.question,
    versionId: ids.version,
    rating: 3,
    mode: "scheduled",
    counts: true,
    saidAt: at,
    receivedAt: at,
    countedAt: at,
    utcOffsetMinutes: 0,
    studyDay: 20_781,
    durationMs: 1000,
    assessed: true,
    phaseBefore: "new",
    desiredRetention: 0.9,
    contentHash: "hash",
  };
  await database.write(async (tx) => {
    await tx.learner.create({
      data: { id: ids.learner, zone: "UTC", rolloverHour: 4, settings: "{}", createdAt: at },
    });
    await tx.document.create({
      data: {
        id: ids.document,
        origin: "content",
        path: "a.md",
        title: "A",
        sha256: "s",
        extractorVersion: "1",
        encodingRepairs: 0,
        problems: "[]",
        takenInAt: at,
      },
    });
    await tx.topic.create({
      data: { id: ids.topic, key: "a", path: "a", title: "A", position: 0 },
    });
    await tx.question.create({
      data: {
        id: ids.question,
        documentId: ids.document,
        topicId: ids.topic,
        position: 0,
        line: 1,
        promptKey: "p",
        kind: "open",
      },
    });
    await tx.questionText.create({ data: { hash: "h", prompt: "p" } });
    await tx.questionVersion.create({
      data: { id: ids.version, questionId: ids.question, hash: "h", since: at },
    });
    await tx.keyPoint.create({
      data: {
        id: ids.keyPoint,
        questionId: ids.question,
        position: 0,
        text: "t",
        core: false,
        extractorVersion: "1",
      },
    });
    await tx.review.create({ data: review });
    await tx.reviewPoint.create({
      data: { reviewId: review.id, keyPointId: ids.keyPoint, outcome: "recalled" },
    });
  });
  return { ids, review };
}
