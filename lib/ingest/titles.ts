import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { isBoilerplateTitle } from "./dialects/reading/boilerplate";
import { topicName } from "./dialects/reading/written-text";

/**
 * `content/aws-solutions-architect.md` → `Aws solutions architect`; a README is named after its folder,
 * and a folder (`content/aws/`) as itself.
 */
export function titleOfFile(path: string): string {
  const parts = path.replace(/\/$/, "").split("/");
  const name = parts.at(-1)?.replace(/\.[^.]+$/, "") ?? path;
  const folder = parts.at(-2);
  return titleOfName(isNamedByFolder(path) && folder ? folder : name);
}

/** Whether a file has a name that says nothing of what is in it, or only its language: `en-US.mdx`. */
export function isNamedByFolder(path: string): boolean {
  return NAMED_BY_FOLDER.test(path);
}

// Of languages alone only those whose letters are short for nothing else, as `cs` and `it` are.
const NAMED_BY_FOLDER =
  /(?:^|\/)(?:(?:readme|index|questions?)(?:[._-][a-z]{2}(?:[_-][a-z]{2})?)?|[a-z]{2}[_-][a-z]{2}|en|de|fr|es|pt|ru|zh|ja|ko|tr|pl|uk|vi)\.[^./]+$/i;

/** `my-security` → `My security`. */
export function titleOfName(name: string): string {
  const words = name.replaceAll(/[-_\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The one `#` heading of a document, where it comes first of all and names something; with its line. */
export function titleHeading({ children }: Root): { title: string; line: number } | null {
  const headings = children.filter((block) => block.type === "heading");
  const [first, ...others] = headings;
  if (first?.depth !== 1 || others.some(({ depth }) => depth === 1)) return null;
  const title = topicName(first);
  if (title === "" || isBoilerplateTitle(toString(first))) return null;
  return { title, line: first.position?.start.line ?? 1 };
}
