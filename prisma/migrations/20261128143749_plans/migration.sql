-- AlterTable: added as they are, so that the index by hand stays.
ALTER TABLE "Interview" ADD COLUMN "preparedFrom" DATETIME;
ALTER TABLE "Interview" ADD COLUMN "planOrder" TEXT NOT NULL DEFAULT 'gain';
