import rehypeHighlight from "rehype-highlight";
import rehypeKatex from "rehype-katex";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { common } from "lowlight";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkRehype from "remark-rehype";
import type { Pictures } from "@/lib/domain/picture";
import { asWritten } from "./as-written";
import { rehypeCheckboxes } from "./checkboxes";
import { remarkChoiceLines } from "./choice-lines";
import { rehypeDiagrams } from "./diagrams";
import { rehypeFragments } from "./fragments";
import { remarkFormulas } from "./formula-syntax";
import { KATEX, rehypeFormulas, rehypeSetFormulas } from "./formulas";
import { hcl } from "./hcl";
import { rehypeHeadings } from "./headings";
import { rehypeImages } from "./images";
import { rehypeLinks } from "./links";
import { rehypePlaces } from "./places";
import { schema } from "./sanitise-schema";
import { rehypeScroll } from "./scroll";

// Everything above rehypeSanitize is the author's and distrusted; everything below it is ours.
const renderer = remark()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkFormulas)
  .use(remarkChoiceLines)
  // The sanitiser prefixes all ids, so remark-rehype must not prefix the footnotes' as well.
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" })
  .use(rehypeRaw)
  .use(rehypeSanitize, schema)
  .use(rehypeHeadings)
  .use(rehypePlaces)
  .use(rehypeFragments)
  .use(rehypeImages)
  .use(rehypeLinks)
  .use(rehypeCheckboxes)
  .use(rehypeDiagrams)
  .use(rehypeFormulas)
  .use(rehypeKatex, KATEX)
  .use(rehypeSetFormulas)
  .use(rehypeHighlight, { languages: { ...common, hcl }, plainText: ["mermaid"] })
  .use(rehypeScroll)
  .use(rehypeStringify)
  .freeze();

/**
 * Markdown in GitHub's flavour → safe, highlighted HTML that loads nothing from elsewhere; empty for
 * empty. Never throws on content: what can't be rendered comes back as its own escaped text.
 * `pictures` are those that its relative paths lead to; other pictures are shown as words.
 */
export function renderMarkdown(
  markdown: string,
  { pictures = NO_PICTURES }: { pictures?: Pictures } = {},
): string {
  if (markdown.trim() === "") return "";
  try {
    return String(renderer.processSync({ value: markdown, data: { pictures } }));
  } catch {
    // Thousands of nested quotes or tags overflow the parsers' recursion; the text is still readable.
    return asWritten(markdown);
  }
}

const NO_PICTURES: Pictures = new Map();
