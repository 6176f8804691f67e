import fc from "fast-check";
import { expect, test } from "vitest";
import { firstOf, firstOfSorted } from "@/lib/domain/first-of";

test("the first of an order are those that stand first when all are sorted", () => {
  fc.assert(
    fc.property(fc.array(items), fc.nat(12), (lists, limit) => {
      const first = lists.flat().toSorted(order).slice(0, limit);
      expect(firstOf(lists.flat(), limit, order)).toEqual(first);
      const sorted = lists.map((list) => list.toSorted(order));
      expect(firstOfSorted(sorted, limit, order)).toEqual(first);
    }),
  );
});

type Item = { key: number; id: number };

const items = fc.array(fc.record({ key: fc.nat(9), id: fc.nat() }));
const order = (a: Item, b: Item) => a.key - b.key;
