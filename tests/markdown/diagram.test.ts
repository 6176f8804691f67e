import { describe, expect, test } from "vitest";
import { diagramFault, drawDiagram } from "@/lib/markdown/diagram";
import { describeDiagram } from "@/lib/markdown/diagram-source";
import { renderMarkdown } from "@/lib/markdown/render";
import { all, classes, only, svgOf, text } from "./html";

const fenced = (code: string) => renderMarkdown(`\`\`\`mermaid\n${code}\n\`\`\``);

describe("a diagram that can be drawn", () => {
  test.each([
    ["flowchart", "graph LR\n  A --> B"],
    ["state", "stateDiagram-v2\n  [*] --> Draft"],
    ["sequence", "sequenceDiagram\n  A->>B: hello"],
    ["class", "classDiagram\n  Animal <|-- Duck"],
    ["entity", "erDiagram\n  CUSTOMER ||--o{ ORDER : places"],
    ["one with semicolons", "graph TD;\n  A-->B;"],
    ["one without a direction", "graph\n  A-->B"],
    ["one with front matter and a comment", "---\ntitle: X\n---\n%% note\nflowchart TD\n  A-->B"],
  ])("%s: has no fault", (_, code) => {
    expect(diagramFault(code)).toBeNull();
  });

  test("is shown once for each theme, with its size, and its text under it", () => {
    const html = fenced("graph LR\n  A[S3] --> B(Queue)");
    const images = all(html, "img");
    expect(images.map(classes)).toEqual([["diagram-light"], ["diagram-dark"]]);
    for (const image of images) {
      const { width, height, alt } = image.properties;
      expect(alt).toBe("Diagram: S3 → Queue");
      expect(Number(width)).toBeGreaterThan(50);
      expect(svgOf(image)).toContain(`viewBox="0 0 `);
      expect(Number(height)).toBeGreaterThan(20);
    }
    expect(classes(only(html, "figure"))).toEqual(["diagram"]);
    expect(text(only(html, "summary"))).toBe("Diagram as text");
    expect(text(only(html, "pre"))).toBe("graph LR\n  A[S3] --> B(Queue)\n");
    expect(only(html, "pre").properties.dataLanguage).toBe("mermaid");
  });

  test("wears the colours of its theme and fetches nothing", () => {
    const [light = "", dark = ""] = all(fenced("classDiagram\n  A <|-- B"), "img").map(svgOf);
    expect(light).toContain("--bg:#fbf9f4;--fg:#23201b");
    expect(dark).toContain("--bg:#191714;--fg:#ece7dd");
    for (const svg of [light, dark]) {
      expect(svg).not.toContain("@import");
      expect(svg.match(/https?:[^"]+/g)).toEqual(["http://www.w3.org/2000/svg"]);
    }
  });

  test("keeps no colours of the author's, which one of the themes would swallow", () => {
    const drawing = drawDiagram("graph TD\n  A --> B\n  style A fill:#ff0,stroke:url(https://x.y)");
    expect(JSON.stringify(drawing)).not.toMatch(/#ff0|x\.y/);
  });

  test("can't carry markup out of its labels", () => {
    const images = all(fenced('graph TD\n  A["<script>alert(1)</script>"] --> B'), "img");
    expect(images.map(svgOf).join("")).not.toContain("<script");
  });

  test("is found within a list item", () => {
    const html = renderMarkdown("- Flow:\n  ```mermaid\n  graph LR\n    A --> B\n  ```");
    expect(all(html, "img")).toHaveLength(2);
  });
});

describe("a diagram that can't be drawn", () => {
  test.each([
    [
      "pie title Cost\n  A: 3",
      "A diagram that begins “pie title Cost” is shown as text: only flowcharts, state, sequence, class and ER diagrams are drawn.",
    ],
    ["%% nothing else\n", "The diagram is empty."],
    ["graph TD", "The diagram names nothing that could be drawn."],
    [
      `graph TD\n${"A --> B\n".repeat(201)}`,
      "The diagram has more than 200 boxes or arrows, so it is shown as text.",
    ],
    [
      `graph TD\n${"A & ".repeat(2000)}B --> ${"C & ".repeat(2000)}D`,
      "The diagram has more than 200 boxes or arrows, so it is shown as text.",
    ],
    [
      `graph TD\n${"A --> B\n".repeat(3000)}`,
      "The diagram is longer than 20,000 characters, so it is shown as text.",
    ],
  ])("%# says why and stays code", (code, fault) => {
    expect(diagramFault(code)).toBe(fault);
    const html = fenced(code);
    expect(all(html, "img")).toEqual([]);
    expect(only(html, "pre").properties.dataLanguage).toBe("mermaid");
  });
});

describe("the description of a diagram", () => {
  test("reads its arrows with their labels", () => {
    expect(
      describeDiagram("graph LR\n A[Load<br/>balancer] -->|HTTP| B\n B <--> C\n C --- D"),
    ).toBe("Diagram: Load balancer → B (HTTP); B ↔ C; C – D");
  });

  test("names where states start and end", () => {
    expect(describeDiagram("stateDiagram-v2\n [*] --> Draft\n Draft --> [*]: publish")).toBe(
      "Diagram: start → Draft; Draft → end (publish)",
    );
  });

  test("stops after twelve arrows", () => {
    const arrows = Array.from({ length: 15 }, (_, i) => `N${i} --> N${i + 1}`);
    expect(describeDiagram(`graph LR\n${arrows.join("\n")}`)).toMatch(
      /N11 → N12; and 3 more, in the text below it$/,
    );
  });

  test("names the boxes when nothing joins them, and otherwise points to the text", () => {
    expect(describeDiagram("graph LR\n A[One]\n B[Two]")).toBe("Diagram: One, Two");
    expect(describeDiagram("sequenceDiagram\n A->>B: hi")).toBe(
      "Diagram. What it says is in the text below it.",
    );
  });
});
