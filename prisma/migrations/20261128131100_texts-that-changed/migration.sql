-- CreateTable
CREATE TABLE "TextChange" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "TextChange_questionId_key" ON "TextChange"("questionId");

-- By hand: all that there is has yet to be read by what is searched.
INSERT INTO "TextChange" ("questionId") SELECT "id" FROM "Question" ORDER BY "documentId", "position", "id";

-- By hand: whoever changes what a question can be found by says so, in the same transaction. A table that
-- a later migration rebuilds loses its triggers; say them again there.
CREATE TRIGGER "Question_text_put_away" AFTER UPDATE OF "retiredAt" ON "Question"
WHEN (OLD."retiredAt" IS NULL) <> (NEW."retiredAt" IS NULL)
BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = NEW."id";
  INSERT INTO "TextChange" ("questionId") VALUES (NEW."id");
END;
CREATE TRIGGER "Question_text_deleted" AFTER DELETE ON "Question" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = OLD."id";
  INSERT INTO "TextChange" ("questionId") VALUES (OLD."id");
END;
CREATE TRIGGER "QuestionVersion_text_inserted" AFTER INSERT ON "QuestionVersion" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = NEW."questionId";
  INSERT INTO "TextChange" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "QuestionVersion_text_updated" AFTER UPDATE OF "hash", "replacedAt" ON "QuestionVersion"
WHEN OLD."hash" <> NEW."hash" OR (OLD."replacedAt" IS NULL) <> (NEW."replacedAt" IS NULL)
BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = NEW."questionId";
  INSERT INTO "TextChange" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "KeyPoint_text_inserted" AFTER INSERT ON "KeyPoint" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = NEW."questionId";
  INSERT INTO "TextChange" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "KeyPoint_text_updated" AFTER UPDATE OF "text", "questionId", "learnerId", "retiredAt" ON "KeyPoint"
WHEN OLD."text" <> NEW."text" OR OLD."questionId" <> NEW."questionId"
  OR OLD."learnerId" IS NOT NEW."learnerId"
  OR (OLD."retiredAt" IS NULL) <> (NEW."retiredAt" IS NULL)
BEGIN
  DELETE FROM "TextChange" WHERE "questionId" IN (OLD."questionId", NEW."questionId");
  INSERT INTO "TextChange" ("questionId") VALUES (NEW."questionId");
  INSERT INTO "TextChange" ("questionId") SELECT OLD."questionId" WHERE OLD."questionId" <> NEW."questionId";
END;
CREATE TRIGGER "KeyPoint_text_deleted" AFTER DELETE ON "KeyPoint" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = OLD."questionId";
  INSERT INTO "TextChange" ("questionId") VALUES (OLD."questionId");
END;
CREATE TRIGGER "KeyPointChoice_text_inserted" AFTER INSERT ON "KeyPointChoice" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" IN (SELECT "questionId" FROM "KeyPoint" WHERE "id" = NEW."keyPointId");
  INSERT INTO "TextChange" ("questionId") SELECT "questionId" FROM "KeyPoint" WHERE "id" = NEW."keyPointId";
END;
CREATE TRIGGER "KeyPointChoice_text_updated" AFTER UPDATE OF "text", "hidden" ON "KeyPointChoice"
WHEN OLD."text" IS NOT NEW."text" OR OLD."hidden" <> NEW."hidden"
BEGIN
  DELETE FROM "TextChange" WHERE "questionId" IN (SELECT "questionId" FROM "KeyPoint" WHERE "id" = NEW."keyPointId");
  INSERT INTO "TextChange" ("questionId") SELECT "questionId" FROM "KeyPoint" WHERE "id" = NEW."keyPointId";
END;
CREATE TRIGGER "KeyPointChoice_text_deleted" AFTER DELETE ON "KeyPointChoice" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" IN (SELECT "questionId" FROM "KeyPoint" WHERE "id" = OLD."keyPointId");
  INSERT INTO "TextChange" ("questionId") SELECT "questionId" FROM "KeyPoint" WHERE "id" = OLD."keyPointId";
END;
CREATE TRIGGER "Note_text_inserted" AFTER INSERT ON "Note" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = NEW."questionId";
  INSERT INTO "TextChange" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "Note_text_updated" AFTER UPDATE OF "markdown" ON "Note" WHEN OLD."markdown" <> NEW."markdown" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = NEW."questionId";
  INSERT INTO "TextChange" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "Note_text_deleted" AFTER DELETE ON "Note" BEGIN
  DELETE FROM "TextChange" WHERE "questionId" = OLD."questionId";
  INSERT INTO "TextChange" ("questionId") VALUES (OLD."questionId");
END;
