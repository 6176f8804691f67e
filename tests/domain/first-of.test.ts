import fc from "fast-check";
import { expect, test } from "vitest";
import { firstOf } from "@/lib/domain/first-of";

test("the first of an order are those that stand first when all are sorted", () => {
  const items = fc.array(fc.record({ key: fc.nat(9), id: fc.nat() }));
  fc.assert(
    fc.property(items, fc.nat(12), (all, limit) => {
      const order = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(firstOf(all, limit, order)).toEqual(all.toSorted(order).slice(0, limit));
    }),
  );
});
