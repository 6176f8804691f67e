import { err, ok, type Result } from "@/lib/result";

const MAX_BYTES = 1_000_000;

/** The JSON of a request's body, or the status and the sentence that refuse it. */
export async function readBody(
  request: Request,
): Promise<Result<unknown, { status: 400 | 413 | 415; detail: string }>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return err({ status: 415, detail: "Send JSON, as content-type application/json." });
  const text = await readText(request);
  if (text === null)
    return err({
      status: 413,
      detail: `The body is over ${MAX_BYTES / 1e6} MB. Send less at once.`,
    });
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ status: 400, detail: "The body is not JSON." });
  }
}

/** Null when it is too long; what comes after the limit is not read. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length")) > MAX_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
