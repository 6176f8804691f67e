import { expect, test } from "vitest";
import { putAwayDocument } from "@/lib/library/documents";
import { confirmUpload } from "@/lib/library/uploads/uploads";
import { aDocument } from "@/tests/support/markdown";
import { aReceiver } from "@/tests/support/uploads";

const FIRST = aDocument({ prompt: "What is a VPC?", answer: "A network." });
const second = FIRST.replace("A network.", "A network of your own.");
const third = FIRST.replace("A network.", "A network that is cut off from all others.");
const OVERTAKEN = {
  ok: false,
  error: {
    kind: "conflict",
    detail:
      "Another version of “vpc.md” was added since you looked at this. Nothing was added now; look again at what would change.",
  },
};

/** A document that was taken in, and two uploads of it that are previewed side by side. */
async function twoPreviews(one: string, other: string, before: string | null = FIRST) {
  const receiver = await aReceiver();
  const { context, send, preview, takeIn } = receiver;
  if (before !== null) await takeIn({ "vpc.md": before });
  const previewed = async (text: string) => {
    const { id } = await send({
      "vpc.md": text,
      "other.md": aDocument({ prompt: "What is BGP?" }),
    });
    await preview(id);
    return id;
  };
  const ids = [await previewed(one), await previewed(other)] as const;
  const stored = async () => {
    const kept = await context.database.read.documentBytes.findFirst({
      where: { document: { path: "vpc.md" } },
    });
    return kept && Buffer.from(kept.bytes).toString();
  };
  return { ...receiver, ids, stored };
}

test.each([
  { order: "the older one first", first: 0, last: 1, before: FIRST },
  { order: "the newer one first", first: 1, last: 0, before: FIRST },
  { order: "where there was none before", first: 0, last: 1, before: null },
])(
  "of two previews of a document the one confirmed later is asked to look again, $order",
  async ({ first, last, before }) => {
    const texts = [second, third];
    const { context, ids, stored, preview } = await twoPreviews(second, third, before);
    expect(await confirmUpload(context, { id: ids[first] ?? "" })).toMatchObject({ ok: true });
    const late = { id: ids[last] ?? "" };
    expect(await confirmUpload(context, late)).toEqual(OVERTAKEN);
    expect(await confirmUpload(context, late)).toEqual(OVERTAKEN);
    expect(await stored()).toBe(texts[first]);
    expect((await preview(late.id)).changes).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await confirmUpload(context, late)).toMatchObject({ ok: true });
    expect(await stored()).toBe(texts[last]);
  },
);

test("two previews of the same text are one, and what was put away meanwhile comes back", async () => {
  const { context, ids, stored } = await twoPreviews(second, second);
  expect(await confirmUpload(context, { id: ids[0] })).toMatchObject({ ok: true });
  const { id } = await context.database.read.document.findFirstOrThrow({
    where: { path: "vpc.md" },
  });
  await putAwayDocument(context, { id });
  expect(await confirmUpload(context, { id: ids[1] })).toMatchObject({ ok: true });
  expect(await stored()).toBe(second);
  const { retiredAt } = await context.database.read.document.findUniqueOrThrow({ where: { id } });
  expect(retiredAt).toBe(null);
});
