import type { Root, RootContent } from "mdast";
import type { Problem } from "@/lib/domain/problem";

/** A document's Markdown as every dialect takes it: one source, one tree, problems collected. */
export type ParsedDocument = {
  /** What the tree's offsets count in. */
  source: string;
  tree: Root;
  /** The line in the file of a line in the source. */
  fileLine: (line: number) => number;
  report: (problem: Problem) => void;
};

/** A question as a dialect finds it. Answers are slices of the source, and their sub-trees. */
export type FoundQuestion = {
  number: number | null;
  /** Titles of the headings it stands under, topmost first. */
  headings: string[];
  prompt: string;
  answer: { markdown: string; start: number; blocks: RootContent[] } | null;
  /** Of its heading, in the file. */
  line: number;
};

/** A way in which documents mark questions and answers. */
export type Dialect = {
  name: string;
  /** How many questions it sees; 0 when the document is not of its kind. */
  detect(document: ParsedDocument): number;
  extract(document: ParsedDocument): FoundQuestion[];
  /** How a question is written, for those whose document has none. */
  example: string;
};
