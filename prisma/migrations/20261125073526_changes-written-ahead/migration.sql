-- CreateTable
CREATE TABLE "StagedQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "number" INTEGER,
    "line" INTEGER NOT NULL,
    "explicitId" TEXT,
    "promptKey" TEXT NOT NULL,
    "answerHash" TEXT,
    "kind" TEXT NOT NULL,
    "difficulty" TEXT
);

-- CreateTable
CREATE TABLE "StagedVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "answer" TEXT,
    "hash" TEXT NOT NULL,
    "since" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StagedKeyPoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "section" TEXT,
    "answerStart" INTEGER,
    "answerEnd" INTEGER,
    "core" BOOLEAN NOT NULL,
    "extractorVersion" TEXT NOT NULL,
    "retiredAt" DATETIME
);
