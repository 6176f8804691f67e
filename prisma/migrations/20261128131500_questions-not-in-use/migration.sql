-- How many questions there are is asked all the time: those not in use are taken off (by hand).
CREATE INDEX "Question_not_in_use_idx" ON "Question"("id") WHERE "retiredAt" IS NOT NULL;
