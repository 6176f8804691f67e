import type { Heading, Root, RootContent } from "mdast";
import type { Span } from "@/lib/ingest/span";
import type { Metadata } from "./reading/comments";
import type { Excerpt } from "./reading/excerpt";

/** A document's Markdown, or a run of its blocks, as every dialect takes it. */
export type ParsedDocument = {
  /** What the tree's offsets count in. */
  source: string;
  tree: Root;
  /** The document's: of its front matter, or of its file. */
  title: string;
  /** What its front matter asks, where it has one question. */
  question?: string | undefined;
  /** The headings that the run stands under, topmost first; none for a whole document. */
  above: Heading[];
};

/** A question as a dialect finds it. */
export type Finding = {
  number: number | null;
  /** Titles of the headings it stands under, topmost first. */
  headings: string[];
  prompt: string;
  answer: Excerpt | null;
  /** `choice` where the prompt offers answers to choose from. */
  kind: "open" | "choice";
  /** The blocks of an explicit section of key points. */
  points: RootContent[] | null;
  /** Of its heading, in the source. */
  line: number;
  /** What it says of itself, in columns of its own. */
  says?: Partial<Metadata>;
  /** The text that is its own, from its heading to the end of its answer, as offsets. */
  span: Span;
};

/** The same with what comments beside it say. */
export type FoundQuestion = Finding & Metadata;

/** A way in which documents mark questions and answers. */
export type Dialect = {
  name: string;
  /** Where its questions stand, as it reads after “3 questions found”. */
  place: string;
  /** How many questions it sees; 0 when the document is not of its kind. */
  detect(document: ParsedDocument): number;
  extract(document: ParsedDocument): Finding[];
  /** Its marks can mean nothing else: it goes before those that see more. */
  isExplicit?: true;
  /** How a question is written, for those whose document has none. */
  example: string;
};
