import { expect, test } from "vitest";
import { zoneNamed } from "@/lib/domain/zone";

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["europe/berlin", "Europe/Berlin"],
  ["UTC", "UTC"],
  ["EST5EDT", "America/New_York"],
])("“%s” is %s", (name, zone) => expect(zoneNamed(name)).toBe(zone));

test.each([
  "",
  "Etc/Unknown",
  ":/etc/localtime",
  "UTC0",
  "Atlantis/Port",
  "+02:00",
  "<+03>-3",
  "\0",
])("“%s” is no zone", (name) => expect(zoneNamed(name)).toBeNull());

test("nor is what a system without a usable TZ says, which is nothing", () => {
  expect(zoneNamed(undefined)).toBeNull();
});
