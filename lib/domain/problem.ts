/** A fault in a document, for its author: what is wrong, where, and what to do. */
export type Problem = {
  /** From 1, in the file as it is on disk. */
  line: number;
  /** An error leaves something out; a warning takes it in as it is. */
  severity: "error" | "warning";
  code: ProblemCode;
  message: string;
  remedy: string;
};

export type ProblemCode =
  | "answer-missing"
  | "answer-too-long"
  | "answer-truncated"
  | "binary-file"
  | "diagram-not-drawn"
  | "duplicate-number"
  | "duplicate-prompt"
  | "empty-file"
  | "empty-prompt"
  | "encoding-assumed"
  | "encoding-unreadable"
  | "front-matter-unreadable"
  | "front-matter-value"
  | "heading-levels-jump"
  | "no-question"
  | "picture-missing"
  | "picture-unusable"
  | "questions-missing"
  | "reader-failed"
  | "remote-image"
  | "section-too-slow"
  | "too-deep"
  | "too-large"
  | "too-slow"
  | "unclosed-fence"
  | "unreadable"
  | "unknown-front-matter-key";
