-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_DocumentPicture" (
    "documentId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "hash" TEXT,

    PRIMARY KEY ("documentId", "path"),
    CONSTRAINT "DocumentPicture_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DocumentPicture_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Media" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_DocumentPicture" ("documentId", "hash", "path") SELECT "documentId", "hash", "path" FROM "DocumentPicture";
DROP TABLE "DocumentPicture";
ALTER TABLE "new_DocumentPicture" RENAME TO "DocumentPicture";
CREATE INDEX "DocumentPicture_hash_idx" ON "DocumentPicture"("hash");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- By hand: documents with such pictures are read once more, and then only when one of these changes.
UPDATE "Document" SET "sha256" = '' WHERE "problems" LIKE '%"code":"picture-%';
