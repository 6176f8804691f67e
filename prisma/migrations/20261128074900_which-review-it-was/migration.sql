-- By hand: a column is added where Prisma would copy the whole log.
ALTER TABLE "Review" ADD COLUMN "repsGiven" INTEGER;

-- By hand: those that a review was recorded after are those received by then. Questions that are one
-- with others share a log, and of resets the last alone is known: what these make unsure stays null.
UPDATE "Review" SET "repsGiven" = (
  SELECT COUNT(*) FROM "Review" o
  WHERE o."learnerId" = "Review"."learnerId" AND o."questionId" = "Review"."questionId"
    AND (o."countedAt", o."id") <= ("Review"."countedAt", "Review"."id")
    AND o."counts" AND o."receivedAt" <= "Review"."receivedAt"
    AND (o."undoneAt" IS NULL OR o."undoneAt" > "Review"."receivedAt" OR o."id" = "Review"."id"))
WHERE "counts"
  AND NOT EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = "Review"."questionId" AND q."mergedIntoId" IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM "Question" q WHERE q."mergedIntoId" = "Review"."questionId")
  AND NOT EXISTS (SELECT 1 FROM "Memory" m WHERE m."learnerId" = "Review"."learnerId"
    AND m."questionId" = "Review"."questionId" AND m."resetAt" IS NOT NULL);
