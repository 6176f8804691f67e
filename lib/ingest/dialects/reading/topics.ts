import type { Heading } from "mdast";
import { isContentsTitle } from "./boilerplate";
import { topicName } from "./written-text";

/** The headings that stand over what follows a heading, given those over the heading. */
export function under(above: readonly Heading[], heading: Heading): Heading[] {
  return [...above.filter(({ depth }) => depth < heading.depth), heading];
}

/** Their names, as a question's topics. */
export function topicNames(headings: readonly Heading[]): string[] {
  return headings.map(topicName).filter((name) => name !== "" && !isContentsTitle(name));
}
