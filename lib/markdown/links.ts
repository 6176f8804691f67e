import { toString } from "mdast-util-to-string";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { element } from "./element";

const HERE = "here.invalid";

/**
 * Marks links that leave (new tab, class `leaves`, said in words too) and turns those that lead
 * nowhere here, such as one to a neighbouring file, into plain text. Fragments and mailto stay.
 */
export function rehypeLinks() {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      if (node.tagName !== "a") return;
      const href = node.properties.href ?? "";
      switch (leadsTo(href)) {
        case "elsewhere":
          return markAsLeaving(node, href);
        case "nowhere":
          return unlink(node);
        case "within":
        case "mail":
          return undefined;
      }
    });
  };
}

/** Where a URL leads, read as a browser reads it (`/\host` and `ht\ntp://host` included). */
export function leadsTo(url: string): "elsewhere" | "within" | "mail" | "nowhere" {
  if (url.startsWith("#")) return "within";
  if (!URL.canParse(url, `https://${HERE}`)) return "nowhere";
  const { protocol, hostname } = new URL(url, `https://${HERE}`);
  if (protocol === "mailto:") return "mail";
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && hostname !== HERE ? "elsewhere" : "nowhere";
}

function markAsLeaving(link: Element, href: string): void {
  if (toString(link).trim() === "") link.children.push({ type: "text", value: href });
  link.children.push(element("span", { className: ["visually-hidden"] }, " (opens in a new tab)"));
  Object.assign(link.properties, {
    className: ["leaves"],
    target: "_blank",
    rel: ["noopener", "noreferrer"],
  });
}

// An old-fashioned <a name> may still be where a fragment leads.
function unlink(link: Element): void {
  const { id, name } = link.properties;
  const anchor = id ?? name;
  link.tagName = "span";
  link.properties = anchor === undefined ? {} : { id: anchor };
}
