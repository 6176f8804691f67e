import { err, ok, type Result } from "@/lib/result";

const MAX_BYTES = 1_000_000;

type Refused = { status: 400 | 413 | 415; detail: string };

/** The JSON of a request's body, or the status and the sentence that refuse it. */
export async function readBody(request: Request): Promise<Result<unknown, Refused>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return err({ status: 415, detail: "Send JSON, as content-type application/json." });
  const text = await readText(request);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return err({ status: 400, detail: "The body is not JSON." });
  }
}

/** What comes after the limit is not read. */
async function readText(request: Request): Promise<Result<string, Refused>> {
  if (Number(request.headers.get("content-length")) > MAX_BYTES) return TOO_LONG;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BYTES) return TOO_LONG;
      chunks.push(chunk);
    }
  } catch {
    return err({ status: 400, detail: "The body broke off." });
  }
  return ok(Buffer.concat(chunks).toString("utf8"));
}

const TOO_LONG = err({
  status: 413,
  detail: `The body is over ${MAX_BYTES / 1e6} MB. Send less at once.`,
} as const);
