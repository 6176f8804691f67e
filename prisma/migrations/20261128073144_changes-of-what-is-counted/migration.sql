-- CreateTable
CREATE TABLE "Change" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" TEXT NOT NULL
);


-- By hand: there is always a last change to go on from.
INSERT INTO "Change" ("questionId") VALUES ('');

-- By hand: whoever changes what is counted of a question says so, in the same transaction. A table that
-- a later migration rebuilds loses its triggers; say them again there.
CREATE TRIGGER "Memory_inserted" AFTER INSERT ON "Memory" BEGIN
  INSERT INTO "Change" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "Memory_updated" AFTER UPDATE ON "Memory" BEGIN
  INSERT INTO "Change" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "Memory_deleted" AFTER DELETE ON "Memory" BEGIN
  INSERT INTO "Change" ("questionId") VALUES (OLD."questionId");
END;
CREATE TRIGGER "Question_inserted" AFTER INSERT ON "Question" BEGIN
  INSERT INTO "Change" ("questionId") VALUES (NEW."id");
END;
CREATE TRIGGER "Question_updated"
AFTER UPDATE OF "documentId", "topicId", "position", "answerHash", "retiredAt" ON "Question"
-- An ingest writes all of a question anew, where its line alone is another.
WHEN OLD."documentId" <> NEW."documentId" OR OLD."topicId" <> NEW."topicId"
  OR OLD."position" <> NEW."position" OR OLD."answerHash" IS NOT NEW."answerHash"
  OR OLD."retiredAt" IS NOT NEW."retiredAt"
BEGIN
  INSERT INTO "Change" ("questionId") VALUES (NEW."id");
END;
CREATE TRIGGER "Question_deleted" AFTER DELETE ON "Question" BEGIN
  INSERT INTO "Change" ("questionId") VALUES (OLD."id");
END;
CREATE TRIGGER "Note_inserted" AFTER INSERT ON "Note" WHEN NEW."kind" = 'answer' BEGIN
  INSERT INTO "Change" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "Note_deleted" AFTER DELETE ON "Note" WHEN OLD."kind" = 'answer' BEGIN
  INSERT INTO "Change" ("questionId") VALUES (OLD."questionId");
END;

-- Whoever has not looked for so long begins anew.
CREATE TRIGGER "Change_inserted" AFTER INSERT ON "Change" WHEN NEW."seq" % 1000 = 0 BEGIN
  DELETE FROM "Change" WHERE "seq" <= NEW."seq" - 100000;
END;
