-- By hand: a column is added where Prisma would copy all memories.
ALTER TABLE "Memory" ADD COLUMN "points" TEXT;

-- By hand: how the key points that a question has went, as lib/db/stored-points.ts writes it. What no
-- scheduled review has seen yet gets its memory with the next one.
UPDATE "Memory" SET "points" = (
  WITH said AS (
    SELECT k."id" AS "point", p."outcome", r."id" AS "review", r."countedAt",
      CASE WHEN r."predictedRecall" < 1 THEN r."predictedRecall" END AS "recall"
    FROM "KeyPoint" k
    CROSS JOIN "ReviewPoint" p ON p."keyPointId" = k."id"
    CROSS JOIN "Review" r ON r."id" = p."reviewId"
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = "Memory"."learnerId"
    WHERE k."questionId" = "Memory"."questionId" AND k."retiredAt" IS NULL
      AND (c."hidden" IS NULL OR NOT c."hidden")
      AND r."learnerId" = "Memory"."learnerId" AND r."undoneAt" IS NULL)
  SELECT '[' || (
    SELECT json_array(COUNT(*), COALESCE(ROUND(SUM("share"), 4), 0), COALESCE(ROUND(SUM("share" * "share"), 4), 0))
    FROM (SELECT AVG("outcome" = 'recalled') AS "share" FROM said
      WHERE "recall" IS NOT NULL GROUP BY "review")
  ) || ',' || group_concat("row", ',' ORDER BY "point") || ']'
  FROM (
    SELECT "point", json_array(
      "point",
      substr(group_concat(substr("outcome", 1, 1), '' ORDER BY "countedAt", "review"), -5),
      COUNT(*),
      SUM("outcome" = 'missed'),
      SUM("outcome" = 'wrong'),
      COUNT("recall"),
      SUM("outcome" = 'recalled' AND "recall" IS NOT NULL),
      COALESCE(ROUND(SUM("recall"), 4), 0)) AS "row"
    FROM said GROUP BY "point")
  HAVING COUNT(*) > 0);

-- By hand: how many key points a question has is counted too. Those of one are written one after the
-- other, and make one change.
CREATE TRIGGER "KeyPoint_inserted" AFTER INSERT ON "KeyPoint"
WHEN NEW."questionId" <> (SELECT "questionId" FROM "Change" ORDER BY "seq" DESC LIMIT 1)
BEGIN
  INSERT INTO "Change" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "KeyPoint_updated" AFTER UPDATE OF "retiredAt" ON "KeyPoint"
WHEN OLD."retiredAt" IS NOT NEW."retiredAt"
  AND NEW."questionId" <> (SELECT "questionId" FROM "Change" ORDER BY "seq" DESC LIMIT 1)
BEGIN
  INSERT INTO "Change" ("questionId") VALUES (NEW."questionId");
END;
CREATE TRIGGER "KeyPointChoice_inserted" AFTER INSERT ON "KeyPointChoice" WHEN NEW."hidden" BEGIN
  INSERT INTO "Change" ("questionId")
  SELECT "questionId" FROM "KeyPoint" WHERE "id" = NEW."keyPointId";
END;
CREATE TRIGGER "KeyPointChoice_updated" AFTER UPDATE OF "hidden" ON "KeyPointChoice"
WHEN OLD."hidden" <> NEW."hidden"
BEGIN
  INSERT INTO "Change" ("questionId")
  SELECT "questionId" FROM "KeyPoint" WHERE "id" = NEW."keyPointId";
END;
CREATE TRIGGER "KeyPointChoice_deleted" AFTER DELETE ON "KeyPointChoice" WHEN OLD."hidden" BEGIN
  INSERT INTO "Change" ("questionId")
  SELECT "questionId" FROM "KeyPoint" WHERE "id" = OLD."keyPointId";
END;
