-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "minutesPerDay" INTEGER NOT NULL,
    "days" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "endedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "Interview_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewTopic" (
    "interviewId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "importance" INTEGER NOT NULL,

    PRIMARY KEY ("interviewId", "topicId"),
    CONSTRAINT "InterviewTopic_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "InterviewTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "interviewId" TEXT NOT NULL,
    "questionId" TEXT,
    "text" TEXT,
    "went" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "InterviewQuestion_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "InterviewQuestion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Interview_learnerId_at_idx" ON "Interview"("learnerId", "at");

-- CreateIndex
CREATE INDEX "InterviewTopic_topicId_idx" ON "InterviewTopic"("topicId");

-- CreateIndex
CREATE INDEX "InterviewQuestion_questionId_idx" ON "InterviewQuestion"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewQuestion_interviewId_questionId_key" ON "InterviewQuestion"("interviewId", "questionId");

-- By hand: a learner prepares for one at a time.
CREATE UNIQUE INDEX "Interview_active_key" ON "Interview"("learnerId") WHERE "active";
