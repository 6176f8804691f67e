import type { Element } from "hast";
import { describe, expect, test } from "vitest";
import { rendered as renderMarkdown } from "./html";
import { all, elements, only, text } from "./html";

const MAY_APPEAR = new Set(
  `a b blockquote br code dd del details div dl dt em figure h3 h4 h5 h6 hr i img input ins kbd li ol p
  pre q rp rt ruby s samp section span strike strong sub summary sup table tbody td tfoot th thead tr
  tt ul var`.split(/\s+/),
);
const RUNS_OR_LOADS =
  /^(on|style$|srcSet$|srcDoc$|action$|formAction$|data$|poster$|ping$|background$)/i;

/** What a browser would run, load or submit because of this element. */
function dangers({ tagName, properties }: Element): string[] {
  const { href, src, type } = properties;
  return [
    ...(MAY_APPEAR.has(tagName) ? [] : [`<${tagName}>`]),
    ...Object.keys(properties).filter((name) => RUNS_OR_LOADS.test(name)),
    ...(href === undefined || /^(https?:|mailto:|#|\/)/.test(href) ? [] : [`href ${href}`]),
    ...(src === undefined || src.startsWith("data:image/svg+xml;base64,") ? [] : [`src ${src}`]),
    ...(type === undefined || type === "checkbox" ? [] : [`type ${type}`]),
  ];
}

describe("hostile Markdown", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVa\tscript:alert(1))",
    "[a](data:text/html;base64,PHN)",
    '<svg><script>1</script><a xlink:href="javascript:1">x</a></svg>',
    '<iframe srcdoc="<script>1</script>">',
    '<a href="vbscript:1">x</a>',
    '<form id="x" name="cookie"><input name="getElementById">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<div style="position:fixed;inset:0">x</div>',
    "<base href=//evil>",
    '<meta http-equiv=refresh content="0;url=//e">',
    "![x](https://evil.example/p.png)",
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="\u0001javascript:alert(1)">x</a>',
    "[a][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '<a href="https://x" onclick=alert(1) ping="https://evil">x</a>',
    "<svg onload=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1) type=text>",
    '<button formaction="javascript:alert(1)">x</button>',
    '<form action="https://evil"><textarea></textarea><select><option>x</select></form>',
    '<picture><source srcset="https://evil/a"><img src="https://evil/b" srcset="https://evil/c"></picture>',
    '<video poster="https://evil/p" src="https://evil/v" autoplay></video><audio src="//evil">',
    '<object data="https://evil"></object><embed src="https://evil">',
    '<link rel=stylesheet href="https://evil/x.css">',
    "<style>@import url(https://evil);*{background:url(//evil)}</style>",
    '<table background="https://evil"><tr><td style="background:url(//evil)">x</table>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<template><script>alert(1)</script></template>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<plaintext><script>alert(1)</script>",
    '<xmp><img src=x onerror=alert(1)></xmp><title></title><img src="https://evil">',
    '```"><script>alert(1)</script>\nx\n```',
    '```mermaid\ngraph TD\n  A["<img src=x onerror=alert(1)>"]\n  click A href "javascript:alert(1)"\n```',
    "Note[^1]\n\n[^1]: <img src=x onerror=alert(1)> [x](javascript:1)",
    '| <script>alert(1)</script> |\n|---|\n| <a href="javascript:1">x</a> |',
  ])("is harmless: %j", (markdown) => {
    expect(elements(renderMarkdown(markdown)).flatMap(dangers)).toEqual([]);
  });

  test("the check above would see a danger", () => {
    const bad = '<img src="https://evil" onerror="x"><a href="javascript:1">x</a><svg></svg>';
    expect(elements(bad).flatMap(dangers)).toEqual([
      "onError",
      "src https://evil",
      "href javascript:1",
      "<svg>",
    ]);
  });

  test("a stylesheet's or script's text doesn't show either", () => {
    expect(renderMarkdown("a<style>p{}</style><script>b()</script>c")).toBe("<p>ac</p>");
  });

  test("ids and names can't shadow the page's", () => {
    const html = renderMarkdown('<p id="location"></p><a name="cookie">x</a>');
    const ids = elements(html).flatMap((node) => node.properties.id ?? []);
    expect(ids).toEqual([
      expect.stringMatching(/^user-content-\w+-location$/),
      expect.stringMatching(/^user-content-\w+-cookie$/),
    ]);
  });

  test("a document takes no keys and doesn't reorder the focus", () => {
    const html = renderMarkdown('<a href="https://x.y" accesskey="s" tabindex="5">x</a>');
    expect(Object.keys(only(html, "a").properties).toSorted()).toEqual([
      "className",
      "href",
      "rel",
      "target",
    ]);
  });

  test("a document can't dress as the app", () => {
    const html = renderMarkdown('<div class="toolbar visually-hidden" role="alert">x</div>');
    expect(only(html, "div").properties).toEqual({});
  });

  test("a disguised address is read as a browser reads it", () => {
    const html = renderMarkdown('<a href="/\\evil.example">x</a>');
    expect(only(html, "a").properties.target).toBe("_blank");
  });

  test("code shows hostile HTML as it is", () => {
    const html = renderMarkdown("`<script>alert(1)</script>`");
    expect(text(only(html, "code"))).toBe("<script>alert(1)</script>");
    expect(all(html, "script")).toEqual([]);
  });
});
