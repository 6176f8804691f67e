import { describe, expect, test } from "vitest";
import { aZip } from "@/tests/support/archives";
import { aPost, aRequest, noParams } from "@/tests/support/http";
import { aDocument } from "@/tests/support/markdown";

const uploads = await import("@/app/api/uploads/route");
const upload = await import("@/app/api/uploads/[id]/route");
const files = await import("@/app/api/uploads/[id]/files/route");
const questions = await import("@/app/api/uploads/[id]/questions/route");
const picture = await import("@/app/api/uploads/[id]/picture/route");
const apart = await import("@/app/api/uploads/apart/route");
const confirm = await import("@/app/api/uploads/confirm/route");
const discard = await import("@/app/api/uploads/discard/route");
const list = await import("@/app/api/questions/route");
const file = await import("@/app/api/documents/[id]/file/route");
const putAway = await import("@/app/api/documents/put-away/route");
const restore = await import("@/app/api/documents/restore/route");

const VPC = `\uFEFF${aDocument({ prompt: "What is a VPC?" })}\r\n`;
const NO_UPLOADS = ["none", "", "../..", "a\0b", "00000000-0000-4000-8000-000000000000"];

const params = (id: string) => ({ params: Promise.resolve({ id }) });

async function begin(): Promise<string> {
  const response = await uploads.POST(aPost("/api/uploads", {}), noParams);
  expect(response.status).toBe(200);
  return (await response.json()).id;
}

/** Sends a file as a browser does, with its length declared unless another is given. */
function put(id: string, path: string, bytes: string | Uint8Array<ArrayBuffer>, length?: string) {
  const body = Buffer.from(bytes);
  const query = new URLSearchParams({ path }).toString();
  const request = aRequest(`/api/uploads/${id}/files?${query}`, {
    method: "PUT",
    headers: { "content-length": length ?? String(body.length) },
    body: new ReadableStream({
      start(controller) {
        for (let i = 0; i < body.length; i += 7) controller.enqueue(body.subarray(i, i + 7));
        controller.close();
      },
    }),
    duplex: "half",
  });
  return files.PUT(request, params(id));
}

async function problemOf(response: Response | Promise<Response>) {
  const { status, headers } = await response;
  expect(headers.get("content-type")).toBe("application/problem+json");
  return { status, ...(await (await response).json()) };
}

test("a file is sent, previewed, confirmed, and given back as it was", async () => {
  const id = await begin();
  expect(await (await put(id, "aws/ünïcode's.md", VPC)).json()).toEqual({
    files: ["aws/ünïcode's.md"],
    leftOut: [],
  });
  const preview = await (await upload.GET(aRequest(`/api/uploads/${id}`), params(id))).json();
  expect(preview).toMatchObject({
    id,
    documents: [{ path: "aws/ünïcode's.md", questions: 1, replaces: null }],
    changes: { added: 1, asks: [] },
  });
  const address = `/api/uploads/${id}/questions?${new URLSearchParams({ path: "aws/ünïcode's.md" })}`;
  const shown = await (await questions.GET(aRequest(address), params(id))).json();
  expect(shown).toMatchObject({ items: [{ number: 1, line: 5 }], next: null });

  const taken = await confirm.POST(aPost("/api/uploads/confirm", { id }), noParams);
  expect(await taken.json()).toMatchObject({ changes: { added: 1 } });
  const { items } = await (await list.GET(aRequest("/api/questions"), noParams)).json();
  const documentId: string = items[0].document.id;
  const download = await file.GET(
    aRequest(`/api/documents/${documentId}/file`),
    params(documentId),
  );
  expect(Buffer.from(await download.arrayBuffer()).equals(Buffer.from(VPC))).toBe(true);
  expect(download.headers.get("content-disposition")).toBe(
    `attachment; filename="_n_code's.md"; filename*=UTF-8''%C3%BCn%C3%AFcode%27s.md`,
  );
  expect(download.headers.get("x-content-type-options")).toBe("nosniff");

  const questionCount = async () =>
    (await (await list.GET(aRequest("/api/questions"), noParams)).json()).items.length;
  await putAway.POST(aPost("/api/documents/put-away", { id: documentId }), noParams);
  expect(await questionCount()).toBe(0);
  await restore.POST(aPost("/api/documents/restore", { id: documentId }), noParams);
  expect(await questionCount()).toBe(1);
});

describe("what can't be taken is a problem in a sentence", () => {
  test("an archive that lies", async () => {
    const id = await begin();
    const zip = await aZip({ name: "../evil.md".replace("..", "xx"), bytes: "evil" });
    const evil = Buffer.from(zip.toString("latin1").replaceAll("xx/", "../"), "latin1");
    expect(await problemOf(put(id, "evil.zip", new Uint8Array(evil)))).toMatchObject({
      status: 400,
      detail: "“../evil.md” in the archive leads out of its folder.",
    });
  });

  test("a file that is shorter or longer than it says, or doesn't say", async () => {
    const id = await begin();
    expect(await problemOf(put(id, "a.md", "# Half", "12"))).toMatchObject({
      status: 400,
      detail: "“a.md” broke off: 6 of 12 bytes came.",
    });
    expect((await put(id, "a.md", "# More than that", "6")).status).toBe(400);
    for (const length of ["-1", "x", "1e3", ""])
      expect((await put(id, "a.md", "# A", length)).status).toBe(400);
    const silent = aRequest(`/api/uploads/${id}/files?path=a.md`, { method: "PUT", body: "# A" });
    expect(await problemOf(files.PUT(silent, params(id)))).toMatchObject({
      status: 400,
      errors: [{ path: "length", message: "is missing" }],
    });
  });

  test("over 100 MB", async () => {
    const id = await begin();
    expect(await problemOf(put(id, "a.md", "# A", "100000001"))).toMatchObject({
      status: 413,
      detail: "An upload holds at most 100 MB. Send the rest afterwards.",
    });
  });

  test("a second file of one name", async () => {
    const id = await begin();
    await put(id, "a.md", "# A");
    expect(await problemOf(put(id, "a.md", "# B"))).toMatchObject({
      status: 409,
      detail: "There is a “a.md” in this upload already.",
    });
  });
});

test.each(NO_UPLOADS)("%j is no upload and no document", async (id) => {
  const body = { id, path: "a.md" };
  const address = "/api/uploads/x?path=a.md&document=a.md";
  const answers = [
    put(id, "a.md", "# A"),
    upload.GET(aRequest(address), params(id)),
    questions.GET(aRequest(address), params(id)),
    picture.GET(aRequest(address), params(id)),
    apart.POST(aPost("/api/uploads/apart", body), noParams),
    confirm.POST(aPost("/api/uploads/confirm", body), noParams),
    discard.POST(aPost("/api/uploads/discard", body), noParams),
    file.GET(aRequest("/api/documents/x/file"), params(id)),
    putAway.POST(aPost("/api/documents/put-away", body), noParams),
    restore.POST(aPost("/api/documents/restore", body), noParams),
  ];
  for (const answer of answers) expect((await problemOf(answer)).status).toBe(404);
});

test.each(["", "a\0.md", "../../rehearse.db", "/etc/passwd", "x".repeat(5000), "C:\\a.md"])(
  "a path of %j within an upload is never our fault",
  async (path) => {
    const id = await begin();
    await put(id, "a.md", "# A");
    const query = new URLSearchParams({ path, document: path, from: "-1" }).toString();
    const answers = [
      put(id, path, "# A"),
      questions.GET(aRequest(`/api/uploads/x?${query}`), params(id)),
      picture.GET(aRequest(`/api/uploads/x?${query}`), params(id)),
      apart.POST(aPost("/api/uploads/apart", { id, path }), noParams),
    ];
    for (const answer of answers) expect([400, 404]).toContain((await problemOf(answer)).status);
    const next = new URLSearchParams({ path, document: path }).toString();
    const found = questions.GET(aRequest(`/api/uploads/x?${next}`), params(id));
    expect((await problemOf(found)).status).toBe(404);
    const shown = new URLSearchParams({ path, document: "a.md" }).toString();
    expect((await problemOf(picture.GET(aRequest(`/api/x?${shown}`), params(id)))).status).toBe(
      404,
    );
  },
);

test("a discarded upload is gone", async () => {
  const id = await begin();
  await put(id, "a.md", "# A");
  expect((await discard.POST(aPost("/api/uploads/discard", { id }), noParams)).status).toBe(200);
  expect((await upload.GET(aRequest("/api/uploads/x"), params(id))).status).toBe(404);
});
