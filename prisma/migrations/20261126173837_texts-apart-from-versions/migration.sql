-- DropIndex
DROP INDEX "KeyPoint_questionId_position_idx";

-- CreateTable
CREATE TABLE "QuestionText" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "prompt" TEXT NOT NULL,
    "answer" TEXT
);

-- By hand: the texts that versions have. A hash is of its text alone.
INSERT OR IGNORE INTO "QuestionText" ("hash", "prompt", "answer") SELECT "hash", "prompt", "answer" FROM "QuestionVersion" ORDER BY "id";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_QuestionVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "replacedAt" DATETIME,
    CONSTRAINT "QuestionVersion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "QuestionVersion_hash_fkey" FOREIGN KEY ("hash") REFERENCES "QuestionText" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_QuestionVersion" ("hash", "id", "questionId", "replacedAt", "since") SELECT "hash", "id", "questionId", "replacedAt", "since" FROM "QuestionVersion";
DROP TABLE "QuestionVersion";
ALTER TABLE "new_QuestionVersion" RENAME TO "QuestionVersion";
CREATE INDEX "QuestionVersion_questionId_replacedAt_idx" ON "QuestionVersion"("questionId", "replacedAt");
CREATE TABLE "new_StagedVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "since" DATETIME NOT NULL
);
DROP TABLE "StagedVersion";
ALTER TABLE "new_StagedVersion" RENAME TO "StagedVersion";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- By hand: a question has at most one current version.
CREATE UNIQUE INDEX "QuestionVersion_current_key" ON "QuestionVersion"("questionId") WHERE "replacedAt" IS NULL;

-- CreateIndex
CREATE INDEX "KeyPoint_questionId_idx" ON "KeyPoint"("questionId");
