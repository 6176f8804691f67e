import { describe, expect, test } from "vitest";
import { extractDocument } from "@/lib/ingest/extract-document";
import { withoutMdx } from "@/lib/ingest/mdx";

const extract = (text: string, path = "a.mdx", folders: string[] = []) =>
  extractDocument({ path, folders, bytes: new TextEncoder().encode(text) }, () => null);

describe("a document with JSX", () => {
  test("is read without imports, exports, comments and tags of components, on its own lines", () => {
    const text = `---
title: Hooks
---

import { Quiz } from "./quiz";
import {
  Tabs,
} from "./tabs";

export const meta = {
  why: "What is this?",

  tags: ["a"],
};

## What is a hook?

{/* TODO: say more */}

<Tabs groupId="kind">
<TabItem value="a">

A function, called as \`<Hook />\`.

</TabItem>
</Tabs>

\`\`\`jsx
import { useState } from "react";

export default <App render={() => <Quiz />} />;
\`\`\`

<Quiz
  question="What is not asked?"
  answers={[{ text: "a" }, { text: "b" }]}
/>

## Why the rules?

So that <Note>order</Note> stays. <br/>
`;
    const { questions, problems } = extract(text);
    expect(problems).toEqual([]);
    expect(questions.map(({ prompt, answer, line }) => [prompt, answer, line])).toEqual([
      [
        "What is a hook?",
        'A function, called as `<Hook />`.\n\n\n\n\n```jsx\nimport { useState } from "react";\n\nexport default <App render={() => <Quiz />} />;\n```',
        16,
      ],
      ["Why the rules?", "So that order stays. <br/>", 39],
    ]);
  });

  test.each([
    "A list\nimport duties rise.",
    "Use `{/* this */}`.",
    "a < B and B > c",
    "<T,>() => {}",
  ])("keeps the text %j", (text) => expect(withoutMdx(text)).toBe(text));

  // What would try each end for each beginning would hang here.
  test.each(["<A {", "<A {{}", "{/* ", "<A "])("keeps 20,000 of %j, left open, as text", (part) => {
    const text = part.repeat(20_000);
    expect(withoutMdx(text) === text).toBe(true);
  });

  test("leaves out 20,000 statements that end nowhere", () => {
    expect(withoutMdx("export {\n\n".repeat(20_000)).trim()).toBe("");
  });

  test("is plain text where its name says Markdown", () => {
    const text = "import what?\n\n# What is <Foo/>?\n\nSo.\n";
    expect(extract(text, "a.md").questions).toMatchObject([{ prompt: "What is <Foo/>?" }]);
  });
});

describe("a folder a question", () => {
  test.each(["question.md", "en-US.mdx", "pt_BR.md", "fr.md", "README.zh-CN.md", "index.mdx"])(
    "with its text in %s is no topic",
    (name) => {
      const draft = extract("# What is a hook?\n\nA function.\n", `react/what-is-a-hook/${name}`, [
        "react",
        "what-is-a-hook",
      ]);
      expect(draft.questions).toMatchObject([{ topicPath: ["React"] }]);
      expect(draft.title).toBe("What is a hook");
    },
  );

  test.each(["go.md", "cs.md", "it.md"])("is a topic over %s", (name) => {
    const draft = extract("# What is a slice?\n\nA view.\n", `notes/${name}`, ["notes"]);
    expect(draft.questions).toMatchObject([{ topicPath: ["Notes"] }]);
  });
});
