import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      link: z.boolean().default(false),
      resolved: z.string().optional(),
    }),
  ),
});

const { packages } = Lockfile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const fetched = Object.entries(packages).filter(([path, { link }]) => path !== "" && !link);

test("every package is known by what is in it, those of other platforms too", () => {
  expect(fetched.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
});

test("no package is bound to the address of one registry", () => {
  expect(fetched.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});
