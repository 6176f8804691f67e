import { defaultSchema, type Options } from "rehype-sanitize";

// <source srcset> loads pictures from anywhere, unchecked; without it <picture> has no purpose.
const barredTags = new Set(["picture", "source"]);
// The keyboard belongs to the app: a document may not take keys or reorder the focus.
const barredAttributes = new Set<unknown>(["accessKey", "tabIndex"]);

/**
 * What an author's HTML may contain: GitHub's own schema, less what would load remote pictures or
 * take the keyboard. The text inside <style> goes with its tag, as <script>'s does.
 */
export const schema: Options = {
  ...defaultSchema,
  strip: [...(defaultSchema.strip ?? []), "style"],
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => !barredTags.has(tag)),
  attributes: {
    ...defaultSchema.attributes,
    "*": (defaultSchema.attributes?.["*"] ?? []).filter((name) => !barredAttributes.has(name)),
    // How remark-math marks a formula; KaTeX sets it after the sanitiser.
    code: [["className", /^language-./, "math-display"]],
  },
};
