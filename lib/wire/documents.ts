import type { Problem } from "@/lib/domain/problem";

/** How much is in use, some of each shelf's documents, and by which clock their times are said. */
export type DocumentsView = { sum: DocumentsSum; shelves: DocumentShelf[]; zone: string };

/** How much is in use, of all documents that hold questions. */
export type DocumentsSum = {
  documents: number;
  questions: number;
  /** Of those, the ones that neither their document nor the learner answers. */
  unanswered: number;
};

export type ShelfName = "in-use" | "without" | "away";

/** Some of the documents that stand together, and how many there are. */
export type DocumentShelf = {
  name: ShelfName;
  documents: DocumentView[];
  /** The place of the first of them, from 0. */
  from: number;
  total: number;
  /** Of all, those with problems; they come first. */
  faulty: number;
};

export type DocumentView = {
  id: string;
  /** `upload`: it came through the page, and its file is kept. */
  origin: string;
  title: string;
  path: string;
  dialectReason: string | null;
  questions: number;
  /** Of those, the ones that neither it nor the learner answers. */
  unanswered: number;
  encodingRepairs: number;
  takenInAt: Date;
  retiredAt: Date | null;
  retiredBy: string | null;
  problems: Problem[];
};
