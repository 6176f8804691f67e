import { expect, test } from "vitest";
import { answerSections } from "@/lib/domain/answer-sections";

test("an answer is parted at its uppermost headings, and what stands before them comes first", () => {
  const html = `<p>In short.</p><h3>1. <a href="/x">Routes</a> &amp; more</h3><p>a</p><h4>Deeper</h4><p>b</p><h3>2. Gateways</h3><pre>c</pre>`;
  const sections = answerSections(html);
  expect(sections.map(({ title }) => title)).toEqual([null, "1. Routes &amp; more", "2. Gateways"]);
  expect(sections.map((section) => section.html).join("")).toBe(html);
});

test.each([
  ["without headings", "<p>a</p><p>b</p>"],
  ["with one alone", "<h3>One</h3><p>a</p><h4>Deeper</h4><h4>Deeper too</h4>"],
  ["that is empty", ""],
])("an answer %s has none", (_, html) => {
  expect(answerSections(html)).toEqual([]);
});
