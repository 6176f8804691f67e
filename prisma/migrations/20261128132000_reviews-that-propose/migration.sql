-- By hand: of which reviews had a grade proposed the newest are asked for, and most had none.
CREATE INDEX "Review_proposed_idx" ON "Review"("learnerId", "countedAt") WHERE "proposedRating" IS NOT NULL;
