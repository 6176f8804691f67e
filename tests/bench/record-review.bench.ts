// One review through lib/study, against the same rows written by the driver with synchronous=FULL.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { v7 } from "uuid";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { contextOf } from "@/lib/use-case/context";
import { extractHere } from "@/lib/library/run/extract-documents";
import { ingestDocuments } from "@/lib/library/run/ingest-documents";
import { questionList } from "@/lib/study/questions";
import { recordReviews } from "@/lib/study/reviews/record-reviews";
import { inTurn, report, summary } from "./figures";

const ROUNDS = 1000;
const WARM_UP = 100;
const BATCH = 200;

const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
const [file, bare] = [join(folder, "ours.db"), join(folder, "floor.db")];

const path = "content/aws-solutions-architect.md";
migrate(file, "prisma/migrations", systemClock.now());
const database = openDatabase(file);
await ingestDocuments(
  { database, clock: systemClock, extract: extractHere },
  {
    origin: "content",
    files: [{ path, folders: [], bytes: readFileSync(path) }],
    lookedAt: () => true,
    unreadable: [],
  },
  { dryRun: false, retireMissing: false, everything: false },
);
const context = await contextOf(database, systemClock);
const listed = (await questionList(context, { limit: 200 })).value.items;
const questions = listed.map(({ id }) => id);
const points = listed.map(({ keyPoints }) => keyPoints.map(({ id }) => id));
await recordReviews(context, { reviews: [review(0)] });

// The floor's database is a copy with the same questions; its rows are those that ours wrote.
await database.close();
const copying = new Sqlite(file);
copying.prepare("VACUUM INTO ?").run(bare);
const [rowOfReview, rowOfMemory] = ["Review", "Memory"].map((table) =>
  copying.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" LIMIT 1`).get(),
);
copying.close();
if (!rowOfReview || !rowOfMemory) throw new Error("The first review left no rows");

const reopened = openDatabase(file);
const ours = await contextOf(reopened, systemClock);
const floor = new Sqlite(bare);
floor.pragma("journal_mode = WAL");
floor.pragma("synchronous = FULL");
floor.pragma("foreign_keys = ON");
const insertReview = floor.prepare(insertion("Review", rowOfReview));
const writeMemory = floor.prepare(
  insertion("Memory", rowOfMemory).replace("INSERT", "INSERT OR REPLACE"),
);
const writeBoth = floor.transaction((id: string, questionId: string) => {
  insertReview.run({ ...rowOfReview, id, questionId });
  writeMemory.run({ ...rowOfMemory, questionId, lastReviewId: id });
});

const oursOnce = (round: number) => recordReviews(ours, { reviews: [review(round)] });
const floorOnce = (round: number) => writeBoth(v7(), questions[round % questions.length] ?? "");
await inTurn(WARM_UP, oursOnce, floorOnce);
report("Recording one review", await inTurn(ROUNDS, oursOnce, floorOnce), 3);
await withPoints();
await batchBeside();
await reopened.close();
floor.close();
rmSync(folder, { recursive: true });

/** The same with what was said of each key point, of which the floor writes the rows alone. */
async function withPoints(): Promise<void> {
  const insertPoint = floor.prepare(
    `INSERT INTO "ReviewPoint" ("reviewId", "keyPointId", "outcome") VALUES (?, ?, 'recalled')`,
  );
  const writeAll = floor.transaction((id: string, round: number) => {
    const at = round % questions.length;
    writeBoth(id, questions[at] ?? "");
    for (const point of points[at] ?? []) insertPoint.run(id, point);
  });
  const assessed = (round: number) => {
    const recalledKeyPointIds = (points[round % points.length] ?? []).filter(
      (_, i) => (i + round) % 3 > 0,
    );
    return recordReviews(ours, { reviews: [{ ...review(round), recalledKeyPointIds }] });
  };
  const bareRows = (round: number) => writeAll(v7(), round);
  await inTurn(WARM_UP, assessed, bareRows);
  report(
    `Recording one review with ${(points.flat().length / points.length).toFixed(1)} points`,
    await inTurn(ROUNDS, assessed, bareRows),
    3,
  );
}

/** A batch of late reviews of one question, each of which replays its log; and grades beside it. */
async function batchBeside(): Promise<void> {
  const late = Array.from({ length: BATCH }, (_, i) =>
    review(0, new Date(Date.now() - ((i * 37) % BATCH) * 3_600_000)),
  );
  const waits: number[] = [];
  let [longest, last] = [0, performance.now()];
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 0);
  const gradeBeside = async () => {
    const asked = performance.now();
    await recordReviews(ours, { reviews: [review(waits.length + 1)] });
    waits.push(performance.now() - asked);
  };
  const beside = setInterval(() => void gradeBeside(), 10);
  const begun = performance.now();
  await recordReviews(ours, { reviews: late });
  for (const timer of [watch, beside]) clearInterval(timer);
  const { median, p99 } = summary(waits);
  console.log(`A batch of ${BATCH} late reviews of one question`);
  console.log(
    `  ${(performance.now() - begun).toFixed(0)} ms in all; longest at a stretch ${longest.toFixed(1)} ms (aim: ≤ 50); ${waits.length} grades beside it waited ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
}

function review(round: number, at = new Date()) {
  return {
    id: v7(),
    questionId: questions[round % questions.length],
    rating: (round % 4) + 1,
    reviewedAt: at.toISOString(),
    durationMs: 1000,
    mode: "scheduled",
  };
}

function insertion(table: string, row: object): string {
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(", ");
  return `INSERT INTO "${table}" (${names}) VALUES (${columns.map((c) => `@${c}`).join(", ")})`;
}
