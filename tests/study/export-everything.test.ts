import { expect, test } from "vitest";
import { exportEverything } from "@/lib/study/export-everything";
import { keyPointChoices, saveKeyPoints } from "@/lib/study/key-point-choices";
import { saveOwnText } from "@/lib/study/own-words";
import { exported } from "@/tests/support/export";
import { aDocument } from "@/tests/support/markdown";
import { aReview, questionIds, send } from "@/tests/support/reviews";
import { aHousehold } from "@/tests/support/store";

test("an export holds everything, each with an id", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({ answer: ANSWER }, {}) });
  const [first = ""] = await questionIds(household);
  const [recorded] = await send(
    household,
    aReview(household, first, 3, { recalledKeyPointIds: [] }),
  );
  await saveOwnText(household, { questionId: first, kind: "note", markdown: "Mine", seenAt: null });
  const { mark, points } = await keyPointChoices(household, first);
  await saveKeyPoints(household, {
    questionId: first,
    mark,
    points: points.map((point, i) => ({ ...point, core: i === 0 })),
    added: [{ text: "My own", core: true }],
  });
  const out = await exported(household);
  expect(out).toMatchObject({
    format: "rehearse",
    version: 1,
    exportedAt: "2026-11-24T19:00:00.000Z",
    learner: { id: household.learner.id, zone: "UTC", desiredRetention: 0.9 },
  });
  const sizes = [
    "documents",
    "topics",
    "questions",
    "keyPoints",
    "keyPointChoices",
    "notes",
    "memories",
    "actions",
    "reviews",
  ].map((name) => [name, out[name]?.length, out[name]?.every((row) => "id" in row)]);
  expect(sizes).toEqual([
    ["documents", 1, true],
    ["topics", 2, true],
    ["questions", 2, true],
    ["keyPoints", await household.database.read.keyPoint.count(), true],
    ["keyPointChoices", 1, true],
    ["notes", 1, true],
    ["memories", 1, true],
    ["actions", 0, true],
    ["reviews", 1, true],
  ]);
  expect(out.reviews[0]).toMatchObject({ id: recorded?.id, questionId: first, rating: 3 });
  expect(out["questions"]?.[0]).toMatchObject({ prompt: expect.any(String), versions: [{}] });
});

test("an export is of one instant, whatever is written while it is read", async () => {
  const household = await aHousehold({ "content/a.md": aDocument({}, {}) });
  const [first = ""] = await questionIds(household);
  const pieces = (await exportEverything(household)).value[Symbol.asyncIterator]();
  let text = "";
  for (let i = 0; i < 3; i += 1) text += (await pieces.next()).value;
  await send(household, aReview(household, first, 3));
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next())
    text += piece.value;
  expect(JSON.parse(text).reviews).toEqual([]);
});

const ANSWER = `- **Route tables**: the longest prefix that matches wins over all others.
- **Gateways**: an internet gateway is attached to the network as a whole.
- **Endpoints**: a gateway endpoint keeps traffic to S3 within the network.`;
