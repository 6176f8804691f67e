-- DropIndex
DROP INDEX "KeyPoint_learnerId_idx";

-- CreateIndex
CREATE INDEX "KeyPoint_learnerId_idx" ON "KeyPoint"("learnerId") WHERE "learnerId" IS NOT NULL;
