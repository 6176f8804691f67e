import type { Element, ElementContent, Properties } from "hast";

/** An HTML element; strings among the children become text. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === "string" ? { type: "text", value: child } : child,
    ),
  };
}

/** The language a code block names (`language-JSON` → `json`), or null when it names none. */
export function codeLanguage(pre: Element): string | null {
  const code = pre.children.find((child) => child.type === "element" && child.tagName === "code");
  const classes = code?.type === "element" ? code.properties.className : null;
  if (!Array.isArray(classes)) return null;
  const named = classes.map(String).find((name) => name.startsWith("language-"));
  return named ? named.slice("language-".length).toLowerCase() : null;
}
