-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "origin" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dialect" TEXT,
    "sha256" TEXT NOT NULL,
    "extractorVersion" TEXT NOT NULL,
    "encodingRepairs" INTEGER NOT NULL,
    "problems" TEXT NOT NULL,
    "takenInAt" DATETIME NOT NULL,
    "retiredAt" DATETIME,
    "retiredBy" TEXT
);

-- CreateTable
CREATE TABLE "IngestRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "report" TEXT
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "parentId" TEXT,
    "key" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Topic_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "QuestionTag" (
    "questionId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,

    PRIMARY KEY ("questionId", "tagId"),
    CONSTRAINT "QuestionTag_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuestionTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Question" (
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
    "difficulty" TEXT,
    "retiredAt" DATETIME,
    "retiredBy" TEXT,
    "mergedIntoId" TEXT,
    CONSTRAINT "Question_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Question_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Question_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "answer" TEXT,
    "hash" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "replacedAt" DATETIME,
    CONSTRAINT "QuestionVersion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rendering" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "html" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "KeyPoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "learnerId" TEXT,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "section" TEXT,
    "answerStart" INTEGER,
    "answerEnd" INTEGER,
    "core" BOOLEAN NOT NULL,
    "extractorVersion" TEXT NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "KeyPoint_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "KeyPoint_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Note_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Note_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "zone" TEXT NOT NULL,
    "rolloverHour" INTEGER NOT NULL,
    "settings" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ParameterSet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "weights" TEXT NOT NULL,
    "fittedAt" DATETIME NOT NULL,
    "reviewCount" INTEGER NOT NULL,
    "logLossBefore" REAL NOT NULL,
    "logLossAfter" REAL NOT NULL,
    "active" BOOLEAN NOT NULL,
    CONSTRAINT "ParameterSet_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TopicSetting" (
    "learnerId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "desiredRetention" REAL,
    "newPerDay" INTEGER,
    "duePerDay" INTEGER,

    PRIMARY KEY ("learnerId", "topicId"),
    CONSTRAINT "TopicSetting_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TopicSetting_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Session_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "sessionId" TEXT,
    "rating" INTEGER NOT NULL CHECK ("rating" BETWEEN 1 AND 4),
    "mode" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "saidAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "receivedAt" DATETIME NOT NULL,
    "countedAt" DATETIME NOT NULL,
    "utcOffsetMinutes" INTEGER NOT NULL,
    "studyDay" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "way" TEXT,
    "assessed" BOOLEAN NOT NULL,
    "phaseBefore" TEXT NOT NULL,
    "predictedRecall" REAL,
    "parameterSetId" TEXT,
    "desiredRetention" REAL NOT NULL,
    "phaseGiven" TEXT,
    "stepGiven" INTEGER,
    "dueGiven" DATETIME,
    "contentHash" TEXT NOT NULL,
    "undoneAt" DATETIME,
    CONSTRAINT "Review_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_parameterSetId_fkey" FOREIGN KEY ("parameterSetId") REFERENCES "ParameterSet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewPoint" (
    "reviewId" TEXT NOT NULL,
    "keyPointId" TEXT NOT NULL,
    "recalled" BOOLEAN NOT NULL,

    PRIMARY KEY ("reviewId", "keyPointId"),
    CONSTRAINT "ReviewPoint_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReviewPoint_keyPointId_fkey" FOREIGN KEY ("keyPointId") REFERENCES "KeyPoint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Memory" (
    "learnerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "stability" REAL,
    "difficulty" REAL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "due" DATETIME,
    "lastReviewId" TEXT,
    "lastReviewedAt" DATETIME,
    "lastStudyDay" INTEGER,
    "resetAt" DATETIME,
    "suspended" BOOLEAN NOT NULL,
    "buriedUntil" DATETIME,
    "flagged" BOOLEAN NOT NULL,
    "leech" BOOLEAN NOT NULL,

    PRIMARY KEY ("learnerId", "questionId"),
    CONSTRAINT "Memory_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Memory_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Action" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "detail" TEXT,
    "undoneAt" DATETIME,
    CONSTRAINT "Action_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Action_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Document_origin_path_key" ON "Document"("origin", "path");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_key_key" ON "Topic"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_path_key" ON "Topic"("path");

-- CreateIndex
CREATE INDEX "Topic_parentId_idx" ON "Topic"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_name_key" ON "Tag"("name");

-- CreateIndex
CREATE INDEX "QuestionTag_tagId_idx" ON "QuestionTag"("tagId");

-- CreateIndex
CREATE INDEX "Question_documentId_position_idx" ON "Question"("documentId", "position");

-- CreateIndex
CREATE INDEX "Question_topicId_position_id_idx" ON "Question"("topicId", "position", "id");

-- CreateIndex
CREATE INDEX "Question_mergedIntoId_idx" ON "Question"("mergedIntoId");

-- CreateIndex
CREATE INDEX "QuestionVersion_questionId_replacedAt_idx" ON "QuestionVersion"("questionId", "replacedAt");

-- CreateIndex
CREATE INDEX "KeyPoint_questionId_position_idx" ON "KeyPoint"("questionId", "position");

-- CreateIndex
CREATE INDEX "KeyPoint_learnerId_idx" ON "KeyPoint"("learnerId");

-- CreateIndex
CREATE INDEX "Note_questionId_idx" ON "Note"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_learnerId_questionId_kind_key" ON "Note"("learnerId", "questionId", "kind");

-- CreateIndex
CREATE INDEX "ParameterSet_learnerId_active_idx" ON "ParameterSet"("learnerId", "active");

-- CreateIndex
CREATE INDEX "TopicSetting_topicId_idx" ON "TopicSetting"("topicId");

-- CreateIndex
CREATE INDEX "Session_learnerId_startedAt_idx" ON "Session"("learnerId", "startedAt");

-- CreateIndex
CREATE INDEX "Review_learnerId_questionId_countedAt_id_idx" ON "Review"("learnerId", "questionId", "countedAt", "id");

-- CreateIndex
CREATE INDEX "Review_learnerId_studyDay_idx" ON "Review"("learnerId", "studyDay");

-- CreateIndex
CREATE INDEX "Review_questionId_idx" ON "Review"("questionId");

-- CreateIndex
CREATE INDEX "Review_versionId_idx" ON "Review"("versionId");

-- CreateIndex
CREATE INDEX "Review_sessionId_idx" ON "Review"("sessionId");

-- CreateIndex
CREATE INDEX "Review_parameterSetId_idx" ON "Review"("parameterSetId");

-- CreateIndex
CREATE INDEX "ReviewPoint_keyPointId_idx" ON "ReviewPoint"("keyPointId");

-- CreateIndex
CREATE INDEX "Memory_learnerId_due_idx" ON "Memory"("learnerId", "due");

-- CreateIndex
CREATE INDEX "Memory_questionId_idx" ON "Memory"("questionId");

-- CreateIndex
CREATE INDEX "Action_learnerId_questionId_at_idx" ON "Action"("learnerId", "questionId", "at");

-- CreateIndex
CREATE INDEX "Action_questionId_idx" ON "Action"("questionId");

-- By hand: a question has at most one current version.
CREATE UNIQUE INDEX "QuestionVersion_current_key" ON "QuestionVersion"("questionId") WHERE "replacedAt" IS NULL;
