-- AlterTable
ALTER TABLE "Document" ADD COLUMN "dialectReason" TEXT;

-- CreateTable
CREATE TABLE "DocumentBytes" (
    "documentId" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "DocumentBytes_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Media" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "DocumentPicture" (
    "documentId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("documentId", "path"),
    CONSTRAINT "DocumentPicture_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DocumentPicture_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Media" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "questionId" TEXT,
    "otherId" TEXT,
    "detail" TEXT,
    "askedAt" DATETIME NOT NULL,
    "answer" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "Ask_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Ask_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KeyPointChoice" (
    "learnerId" TEXT NOT NULL,
    "keyPointId" TEXT NOT NULL,
    "text" TEXT,
    "core" BOOLEAN,
    "hidden" BOOLEAN NOT NULL,

    PRIMARY KEY ("learnerId", "keyPointId"),
    CONSTRAINT "KeyPointChoice_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "KeyPointChoice_keyPointId_fkey" FOREIGN KEY ("keyPointId") REFERENCES "KeyPoint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "DocumentPicture_hash_idx" ON "DocumentPicture"("hash");

-- CreateIndex
CREATE INDEX "Ask_answeredAt_idx" ON "Ask"("answeredAt");

-- CreateIndex
CREATE INDEX "Ask_otherId_idx" ON "Ask"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "Ask_questionId_otherId_key" ON "Ask"("questionId", "otherId");

-- CreateIndex
CREATE INDEX "KeyPointChoice_keyPointId_idx" ON "KeyPointChoice"("keyPointId");

-- CreateIndex
CREATE INDEX "Question_explicitId_idx" ON "Question"("explicitId");

-- CreateIndex
CREATE INDEX "Question_promptKey_idx" ON "Question"("promptKey");

-- CreateIndex
CREATE INDEX "Question_answerHash_idx" ON "Question"("answerHash");
