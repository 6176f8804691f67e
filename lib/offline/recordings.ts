import { type DBSchema, openDB } from "idb";

/** What was said to a question, as it was recorded: it never leaves this browser. */
export type Recording = {
  id: string;
  questionId: string;
  at: Date;
  sound: Blob;
  /** Null where nobody was heard. */
  firstWordMs: number | null;
  totalMs: number;
};

/** How many recordings are kept, and how much they take. */
export type Kept = { count: number; bytes: number };

type Schema = DBSchema & {
  recordings: { key: string; value: Recording; indexes: { questionId: string } };
};

/** Keeps a recording; refused where a browser keeps nothing. */
export async function keepRecording(recording: Recording): Promise<void> {
  const database = await opened();
  await database.put("recordings", recording);
  database.close();
}

/** The recordings of a question, the newest first. */
export async function recordingsOf(questionId: string): Promise<Recording[]> {
  const database = await opened();
  const found = await database.getAllFromIndex("recordings", "questionId", questionId);
  database.close();
  return found.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** How much all recordings take. */
export async function keptRecordings(): Promise<Kept> {
  const database = await opened();
  const all = await database.getAll("recordings");
  database.close();
  return { count: all.length, bytes: all.reduce((sum, { sound }) => sum + sound.size, 0) };
}

/** Deletes all recordings of this browser. */
export async function deleteRecordings(): Promise<void> {
  const database = await opened();
  await database.clear("recordings");
  database.close();
}

function opened() {
  return openDB<Schema>("rehearse-recordings", 1, {
    upgrade: (made) =>
      void made
        .createObjectStore("recordings", { keyPath: "id" })
        .createIndex("questionId", "questionId"),
  });
}
