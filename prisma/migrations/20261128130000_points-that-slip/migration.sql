-- By hand: a column is added where Prisma would copy all memories.
ALTER TABLE "Memory" ADD COLUMN "slipping" BOOLEAN NOT NULL DEFAULT false;

-- By hand: a question slips where a key point that it has was not recalled in two of its last three reviews.
-- What no scheduled review has seen yet gets its memory with the next one.
UPDATE "Memory" SET "slipping" = true
WHERE ("learnerId", "questionId") IN (
  SELECT o."learnerId", o."questionId" FROM (
    SELECT r."learnerId", k."questionId", k."id", p."outcome", ROW_NUMBER() OVER (
      PARTITION BY r."learnerId", k."id" ORDER BY r."countedAt" DESC, r."id" DESC) AS "ago"
    FROM "ReviewPoint" p
    JOIN "KeyPoint" k ON k."id" = p."keyPointId"
    JOIN "Review" r ON r."id" = p."reviewId"
    LEFT JOIN "KeyPointChoice" c ON c."keyPointId" = k."id" AND c."learnerId" = r."learnerId"
    WHERE k."retiredAt" IS NULL AND r."undoneAt" IS NULL AND (c."hidden" IS NULL OR NOT c."hidden")) o
  WHERE o."ago" <= 3 AND o."outcome" <> 'recalled'
  GROUP BY o."learnerId", o."id"
  HAVING COUNT(*) >= 2);
