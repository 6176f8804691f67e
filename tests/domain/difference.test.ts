import { diffWordsWithSpace } from "diff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Difference, readableDifference } from "@/lib/domain/difference";

const compare = (old: string, now: string) => readableDifference(diffWordsWithSpace(old, now));
const long = (word: string) => `${word} `.repeat(60).trim();

describe("a difference for people", () => {
  test("a changed word is a removal and an addition in its sentence", () => {
    expect(compare("Use one NAT gateway.", "Use two NAT gateways.")).toEqual([
      { kind: "same", text: "Use " },
      { kind: "removed", text: "one" },
      { kind: "added", text: "two" },
      { kind: "same", text: " NAT " },
      { kind: "removed", text: "gateway" },
      { kind: "added", text: "gateways" },
      { kind: "same", text: "." },
    ]);
  });

  test("words changed in a row are one change, not one each", () => {
    expect(compare("a big old house", "a small new house")).toEqual([
      { kind: "same", text: "a " },
      { kind: "removed", text: "big old" },
      { kind: "added", text: "small new" },
      { kind: "same", text: " house" },
    ]);
  });

  test("what is long and unchanged is folded, but for what stands next to a change", () => {
    const kinds = compare(
      `${long("one")} x ${long("two")} y ${long("six")}`,
      `${long("one")} z ${long("two")} v ${long("six")}`,
    ).map((part) => (part.kind === "folded" ? part.words : part.kind));
    const change = ["removed", "added"];
    expect(kinds).toEqual([40, "same", change, "same", 20, "same", change, "same", 40].flat());
  });

  test("nothing is lost: what is shown makes both texts again", () => {
    const text = fc.array(fc.constantFrom("a", "b", " ", "\n", "é🙂", "."), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const parts = compare(old.join(""), now.join(""));
        expect(shown(parts, "removed")).toBe(old.join(""));
        expect(shown(parts, "added")).toBe(now.join(""));
      }),
    );
  });
});

function shown(parts: Difference[], side: "added" | "removed"): string {
  return parts
    .map((part) => (part.kind === "same" || part.kind === side ? part.text : ""))
    .join("");
}
