import { dirname } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aContentFolder, aWhileLater, lookAt, storedOf } from "@/tests/support/content-folder";
import { aDocument } from "@/tests/support/markdown";
import { aHousehold } from "@/tests/support/store";

const FILES = ["a.md", "b.md", "sub/c.md", "sub/d.md", "sub/deep/e.md"];
const FOLDERS = ["sub", "sub/deep", "other", "sub/again"];
const TEXTS = 6;

const step = fc.oneof(
  fc.record({
    kind: fc.constant("write" as const),
    to: fc.constantFrom(...FILES, "other/f.md"),
    texts: fc.uniqueArray(fc.nat(TEXTS - 1), { minLength: 1, maxLength: 4 }),
    edition: fc.nat(2),
  }),
  fc.record({
    kind: fc.constant("rename" as const),
    from: fc.constantFrom(...FILES, ...FOLDERS),
    to: fc.constantFrom(...FILES, "g.md", "moved", "moved/again"),
  }),
  fc.record({
    kind: fc.constant("remove" as const),
    from: fc.constantFrom(...FILES, ...FOLDERS),
  }),
);

/** Whether a run is told where something changed, or asks the disk. */
const run = fc.record({
  isTold: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
});

test("property: looking only where something changed, or at what the disk says, stores what reading everything does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 4 }), async (runs) => {
      const content = aContentFolder(
        Object.fromEntries(FILES.map((way, i) => [way, textOf([i, (i + 1) % TEXTS], 0)])),
      );
      aWhileLater();
      const { folder } = content;
      const [partly, wholly] = [await aHousehold(), await aHousehold()];
      const households = [partly, wholly];
      for (const household of households) await lookAt(household, folder, null);
      for (const { isTold, steps } of runs) {
        const changed = steps.flatMap((one) => taken(content, one));
        for (const { clock } of households) clock.wait(1);
        await lookAt(partly, folder, isTold ? changed : null);
        await lookAt(wholly, folder, "everything");
        expect(await storedOf(partly, folder)).toEqual(await storedOf(wholly, folder));
      }
      for (const { database } of households) await database.close();
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 240_000);

type Step = (typeof step extends fc.Arbitrary<infer S> ? S : never) & object;

/** Does a step, and answers the paths of which a watch would tell. */
function taken({ put, rename, remove }: ReturnType<typeof aContentFolder>, one: Step): string[] {
  try {
    if (one.kind === "write") put(one.to, textOf(one.texts, one.edition));
    if (one.kind === "rename") rename(one.from, one.to);
    if (one.kind === "remove") remove(one.from);
  } catch {
    // There is no such file, or it would go into itself.
  }
  return [...("from" in one ? [one.from] : []), ...("to" in one ? withFolders(one.to) : [])];
}

/** With the folders that may have been made for it. */
function withFolders(way: string): string[] {
  const above = dirname(way);
  return above === "." ? [way] : [...withFolders(above), way];
}

function textOf(texts: readonly number[], edition: number): string {
  return aDocument(
    ...texts.map((n) => {
      const words = Array.from({ length: 8 }, (_, i) => `word${n}x${i}`).join(" ");
      const also = edition === 0 ? "" : ` And edition${n}x${edition}.`;
      return { topic: `Topic ${n % 3}`, prompt: `Why ${words}?`, answer: `As ${words}.${also}` };
    }),
  );
}
