/** What a learner writes beside a question: a note, or an answer of their own. */
export type OwnTextKind = "note" | "answer";

/** A text of the learner's, in Markdown. */
export type OwnText = { markdown: string; updatedAt: Date };

/** The same as a page shows it; when it was saved is RFC 3339, from a page as from JSON. */
export type ShownText = { markdown: string; html: string; updatedAt: string };

/** Both texts of a question, null where there is none. */
export type OwnWords<Text> = Record<OwnTextKind, Text | null>;

/** A key point as the learner makes it their own. */
export type PointToChoose = {
  id: string;
  text: string;
  core: boolean;
  hidden: boolean;
  /** What the document says; null for a point of the learner's own. */
  given: { text: string; core: boolean } | null;
};

/** All points of a question, hidden ones too, and a mark by which a later change of them is known. */
export type PointsToChoose = { mark: string; points: PointToChoose[] };
