import { describe, expect, test } from "vitest";
import { renderInWorker } from "@/lib/jobs/render-in-worker";
import { isAsWritten } from "@/lib/markdown/as-written";
import { renderMarkdown } from "@/lib/markdown/render";
import { QUADRATIC } from "../support/documents";

describe("rendering in a worker", () => {
  test("gives what rendering here gives", async () => {
    const markdown = "# Lima\n\n- `a` *b*\n\n```js\nlet a = 1\n```\n";
    expect(await renderInWorker(markdown)).toBe(renderMarkdown(markdown));
    expect(await renderInWorker("")).toBe("");
  });

  test("that takes too long gives the text as written, safe to show", async () => {
    const html = await renderInWorker(`${QUADRATIC}<script>alert(1)</script>`);
    expect(isAsWritten(html)).toBe(true);
    expect(html).toContain("*a_ *a_ &lt;script>alert(1)&lt;/script>");
    expect(await renderInWorker("*a*")).toBe(renderMarkdown("*a*"));
  });

  test("keeps nobody waiting behind work that can wait", async () => {
    await Promise.all(["both", "workers", "are warm"].map((text) => renderInWorker(text)));
    const order: string[] = [];
    const render = async (name: string, text: string, urgency: "now" | "later") => {
      await renderInWorker(text, { urgency });
      order.push(name);
    };
    const later = ["first", "second"].map((name) => render(name, QUADRATIC, "later"));
    await render("awaited", "*a*", "now");
    await Promise.all(later);
    expect(order.at(-1)).toBe("second");
  });
});
