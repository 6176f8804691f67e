-- By hand: that a question was asked in an interview is counted too, and only the log of actions says so.
CREATE TRIGGER "Action_inserted" AFTER INSERT ON "Action" WHEN NEW."kind" = 'asked' BEGIN
  INSERT INTO "Change" ("questionId")
  SELECT COALESCE("mergedIntoId", "id") FROM "Question" WHERE "id" = NEW."questionId";
END;
CREATE TRIGGER "Action_updated" AFTER UPDATE OF "undoneAt" ON "Action" WHEN NEW."kind" = 'asked' BEGIN
  INSERT INTO "Change" ("questionId")
  SELECT COALESCE("mergedIntoId", "id") FROM "Question" WHERE "id" = NEW."questionId";
END;
-- It goes on as the other, and so does what was asked of it; until they are parted again.
CREATE TRIGGER "Question_merged" AFTER UPDATE OF "mergedIntoId" ON "Question"
WHEN OLD."mergedIntoId" IS NOT NEW."mergedIntoId"
BEGIN
  INSERT INTO "Change" ("questionId")
  SELECT "id" FROM "Question" WHERE "id" IN (OLD."mergedIntoId", NEW."mergedIntoId");
END;
