import { expect, test } from "vitest";
import { keepMedia } from "@/lib/db/media";
import { contextOf, sharedDatabase } from "@/lib/use-case/context";
import { clockAt } from "@/tests/support/clock";
import { aRequest, STORE } from "@/tests/support/http";
import { SVG } from "@/tests/support/pictures";

const { GET } = await import("@/app/api/media/[hash]/route");
const { database } = await contextOf(sharedDatabase(STORE), clockAt("2026-11-24T19:00:00Z"));
const get = (hash: string) =>
  GET(aRequest(`/api/media/${hash}`), { params: Promise.resolve({ hash }) });

test("a picture is served as what it is, kept for ever, and can run nothing", async () => {
  const bytes = new TextEncoder().encode(SVG);
  await keepMedia(database, { hash: "abc", type: "image/svg+xml", width: 40, height: 30, bytes });
  const response = await get("abc");
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(SVG);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "image/svg+xml",
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
});

test("an unknown one is not found", async () => {
  for (const hash of ["", "none", "../../etc/passwd", "a\0b"])
    expect((await get(hash)).status).toBe(404);
});
