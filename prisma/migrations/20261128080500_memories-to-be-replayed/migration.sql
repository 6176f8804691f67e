-- By hand. A memory is a cache of its log, and one without a stability is made again from that.
-- With several relearning steps stability was kept lower than ratings and study days say, in all that was reviewed
-- again; and where the newest review knew fewer reviews than there are, the date that it gave may be too late.
UPDATE "Memory" SET "stability" = NULL
WHERE "reps" > 1 AND "learnerId" IN (
  SELECT "id" FROM "Learner"
  WHERE CASE WHEN json_valid("settings") THEN json_array_length("settings", '$.relearningStepsMinutes') END > 1
  UNION SELECT "learnerId" FROM "Review" WHERE "phaseGiven" = 'relearning' AND "stepGiven" > 0);

UPDATE "Memory" SET "stability" = NULL
WHERE EXISTS (SELECT 1 FROM "Review" r WHERE r."id" = "Memory"."lastReviewId" AND r."repsGiven" <> "Memory"."reps");
