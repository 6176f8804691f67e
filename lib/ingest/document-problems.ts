import type { Code, Heading } from "mdast";
import type { Problem } from "@/lib/domain/problem";
import type { FoundQuestion } from "./dialects/dialect";
import type { RemoteImage, CollectedNodes } from "./collect-nodes";

/** What is wrong with a document apart from its questions, on lines of its source. */
export function documentProblems(
  source: string,
  { headings, code, remoteImages }: CollectedNodes,
  questions: readonly FoundQuestion[],
  diagramFault: (code: string) => string | null,
): Problem[] {
  const isInside = insideTest(questions);
  const isShown = insideTest(questions);
  return [
    ...levelJumps(headings.filter(({ position }) => !isInside(position?.start.offset ?? 0))),
    ...code.filter((block) => !isClosed(source, block)).map(unclosedFence),
    ...code.flatMap((block) => diagramNotDrawn(block, diagramFault)),
    ...remoteProblems(remoteImages.filter(({ offset }) => isShown(offset))),
  ];
}

/** Tells of offsets, asked in ascending order, whether they lie within a question's text. */
function insideTest(questions: readonly FoundQuestion[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while ((questions[next]?.span.end ?? Infinity) <= offset) next += 1;
    return (questions[next]?.span.start ?? Infinity) <= offset;
  };
}

/** Of all jumps one problem, at the first: a document that has one mostly has many. */
function levelJumps(headings: readonly Heading[]): Problem[] {
  const jumps = headings.filter(
    ({ depth }, i) => i > 0 && depth > (headings[i - 1]?.depth ?? 0) + 1,
  );
  const [first] = jumps;
  if (!first) return [];
  const before = headings[headings.indexOf(first) - 1]?.depth ?? 1;
  const others = jumps.length > 1 ? ` So do ${jumps.length - 1} more.` : "";
  return [
    {
      line: first.position?.start.line ?? 1,
      severity: "warning",
      code: "heading-levels-jump",
      message: `A heading of level ${first.depth} follows one of level ${before}.${others}`,
      remedy: `Use level ${before + 1}, if it is meant to stand under the other. Nothing is lost by it.`,
    },
  ];
}

function unclosedFence({ position }: Code): Problem {
  return {
    line: position?.start.line ?? 1,
    severity: "warning",
    code: "unclosed-fence",
    message: "A code block begins here that nothing ends: all below it is taken for code.",
    remedy: "End it with a line of the same ``` that it begins with.",
  };
}

/** Whether a code block is indented, or has the fence that ends it. */
function isClosed(source: string, { position }: Code): boolean {
  const text = source.slice(position?.start.offset, position?.end.offset);
  const [fence] = /^(?:`{3,}|~{3,})/.exec(text) ?? [];
  if (fence === undefined) return true;
  const last = /(?:\r\n|\r|\n)[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(text.slice(-200));
  return last?.[1]?.startsWith(fence) ?? false;
}

function diagramNotDrawn(
  { lang, value, position }: Code,
  diagramFault: (code: string) => string | null,
): Problem[] {
  const fault = lang === "mermaid" ? diagramFault(value) : null;
  if (fault === null) return [];
  return [
    {
      line: position?.start.line ?? 1,
      severity: "warning",
      code: "diagram-not-drawn",
      message: `A diagram is shown as text: ${fault}`,
      remedy: "Use a flowchart, sequence, state, class or ER diagram.",
    },
  ];
}

/** Each is told of once; from so many on, all in one. */
const MANY = 5;

function remoteProblems(images: readonly RemoteImage[]): Problem[] {
  const told = images.length < MANY ? images : images.slice(0, 1);
  return told.map(({ line, url }) => {
    const others = images.length - told.length;
    return {
      line,
      severity: "warning",
      code: "remote-image",
      message: `A picture on another server is shown as a link: ${url.slice(0, 200)}${others > 0 ? `, and ${others} more` : ""}.`,
      remedy: `Keep ${others > 0 ? "them" : "it"} beside the document, as the server would learn what you study.`,
    };
  });
}
