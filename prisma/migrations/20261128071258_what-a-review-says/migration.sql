-- By hand: columns are added where Prisma would copy the whole log.
ALTER TABLE "ParameterSet" ADD COLUMN "model" TEXT NOT NULL DEFAULT 'FSRS-6';

ALTER TABLE "Review" ADD COLUMN "wrongAssessed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Review" ADD COLUMN "suggestedPoints" TEXT;
ALTER TABLE "Review" ADD COLUMN "proposedRating" INTEGER CHECK ("proposedRating" BETWEEN 1 AND 4);
ALTER TABLE "Review" ADD COLUMN "cues" TEXT CHECK ("cues" IN ('none', 'sections', 'points'));
ALTER TABLE "Review" ADD COLUMN "examiner" TEXT CHECK ("examiner" IN ('self', 'partner', 'agent'));
ALTER TABLE "Review" ADD COLUMN "dueDayBefore" INTEGER;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ReviewPoint" (
    "reviewId" TEXT NOT NULL,
    "keyPointId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL CHECK ("outcome" IN ('recalled', 'missed', 'wrong')),

    PRIMARY KEY ("reviewId", "keyPointId"),
    CONSTRAINT "ReviewPoint_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReviewPoint_keyPointId_fkey" FOREIGN KEY ("keyPointId") REFERENCES "KeyPoint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ReviewPoint" ("reviewId", "keyPointId", "outcome") SELECT "reviewId", "keyPointId", CASE WHEN "recalled" THEN 'recalled' ELSE 'missed' END FROM "ReviewPoint";
DROP TABLE "ReviewPoint";
ALTER TABLE "new_ReviewPoint" RENAME TO "ReviewPoint";
CREATE INDEX "ReviewPoint_keyPointId_idx" ON "ReviewPoint"("keyPointId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- By hand: an id in capitals is the same id. Where both were taken as two, both stay.
UPDATE OR IGNORE "Review" SET "id" = lower("id") WHERE "id" <> lower("id");
UPDATE "ReviewPoint" SET "reviewId" = lower("reviewId") WHERE "reviewId" <> lower("reviewId") AND "reviewId" NOT IN (SELECT "id" FROM "Review");
UPDATE "Memory" SET "lastReviewId" = lower("lastReviewId") WHERE "lastReviewId" <> lower("lastReviewId") AND "lastReviewId" NOT IN (SELECT "id" FROM "Review");
UPDATE OR IGNORE "Action" SET "id" = lower("id") WHERE "id" <> lower("id");
UPDATE OR IGNORE "Session" SET "id" = lower("id") WHERE "id" <> lower("id");
UPDATE "Review" SET "sessionId" = lower("sessionId") WHERE "sessionId" <> lower("sessionId") AND "sessionId" NOT IN (SELECT "id" FROM "Session");
