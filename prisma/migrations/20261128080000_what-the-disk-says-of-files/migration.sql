-- AlterTable
ALTER TABLE "Document" ADD COLUMN "fileStamp" TEXT;

-- AlterTable
ALTER TABLE "DocumentPicture" ADD COLUMN "fileStamp" TEXT;

-- Whether any question was put away by its source is asked by every run: only those are in it (by hand).
CREATE INDEX "Question_put_away_by_source_idx" ON "Question"("id") WHERE "retiredBy" = 'source';
