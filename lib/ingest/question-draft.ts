import type { FoundQuestion } from "./dialects/dialect";
import { isChoices } from "./dialects/reading/choices";
import type { FrontMatter } from "./front-matter";
import { keyPoints } from "./key-points";
import { explicitPoints, type StatedPoint, statedPoints } from "./key-points/explicit-points";
import { isNamedByFolder, titleOfName } from "./titles";

export type QuestionDraft = {
  number: number | null;
  topicPath: string[];
  prompt: string;
  answer: string | null;
  kind: "open" | "choice";
  /** By which the question is known wherever it moves. */
  explicitId: string | null;
  keyPoints: StatedPoint[];
  tags: string[];
  difficulty: string | null;
  line: number;
};

type Place = {
  file: { path: string; folders: string[] };
  title: string;
  frontMatter: FrontMatter;
  /** The document has no other question. */
  isAlone: boolean;
};

/** A found question as it is taken in: under its document's topics, with what front matter says. */
export function questionDraft(question: FoundQuestion, place: Place): QuestionDraft {
  const { frontMatter, isAlone } = place;
  const { number, prompt, answer, kind, line } = question;
  const tags = [...new Set([...(frontMatter.tags ?? []), ...question.tags])];
  return {
    number,
    topicPath: topicPath(question, place, tags),
    prompt,
    answer: answer?.markdown ?? null,
    kind,
    explicitId: question.explicitId ?? (isAlone ? (frontMatter.id ?? null) : null),
    keyPoints: pointsOf(question, isAlone ? frontMatter.keyPoints : undefined),
    tags,
    difficulty: question.difficulty ?? frontMatter.difficulty ?? null,
    line,
  };
}

/** Points that the author states win over those that are read from the answer. */
function pointsOf({ points, answer }: FoundQuestion, stated: string[] | undefined): StatedPoint[] {
  if (stated) return statedPoints(stated, answer);
  const explicit = points ? explicitPoints(points, answer) : [];
  if (explicit.length > 0 || !answer) return explicit;
  // What a choice offers, wrong answers too, are no points of the right one.
  const told = answer.blocks.filter((block) => !isChoices(block));
  return keyPoints(told, answer.start);
}

function topicPath(
  { headings }: FoundQuestion,
  { file, title, frontMatter, isAlone }: Place,
  [tag]: string[],
): string[] {
  // A folder a question: its name is the question's, not a topic's.
  const folders = isAlone && isNamedByFolder(file.path) ? file.folders.slice(0, -1) : file.folders;
  const prefix = frontMatter.topic?.split(/\s*[›>]\s*/) ?? folders.map(titleOfName);
  const path = [...prefix, ...headings].filter((name) => name !== "");
  if (path.length > 0) return path;
  // A topic for each of a folder of questions would part what belongs together.
  return [isAlone && tag !== undefined ? titleOfName(tag) : title];
}
