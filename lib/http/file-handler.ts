import type { z } from "zod";
import type { Result } from "@/lib/result";
import type { Failure } from "@/lib/use-case/failure";
import type { ServedFile } from "@/lib/use-case/served-file";
import { type AppContext, appContext } from "./app-context";
import { failed, guarded, readAddress } from "./guarded";
import { unusable } from "./handler";

/** A route handler for GET that answers a file's own bytes. What it parses is the address. */
export function fileHandler<Schema extends z.ZodType>(
  schema: Schema,
  fileFor: (context: AppContext, input: z.output<Schema>) => Promise<Result<ServedFile, Failure>>,
) {
  return guarded(async (request, route) => {
    const input = schema.safeParse((await readAddress(request, route)).value);
    if (!input.success) return unusable(input.error);
    const file = await fileFor(await appContext(), input.data);
    if (!file.ok) return failed(file.error);
    return new Response(file.value.bytes, { headers: headersOf(file.value) });
  });
}

function headersOf(file: ServedFile): Record<string, string> {
  return {
    "content-type": file.type,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    ...(file.as === "download" ? asDownload(file.name) : asPicture(file.changes)),
  };
}

function asDownload(name: string): Record<string, string> {
  // RFC 6266: letters beyond ASCII go in the second form.
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  return {
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
    "cache-control": "no-store",
  };
}

// What encodeURIComponent leaves, and RFC 8187 wants encoded.
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

function asPicture(changes: boolean): Record<string, string> {
  return {
    // An SVG is a document: opened by itself, it runs no script and loads nothing.
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "cache-control": changes ? "no-store" : "public, max-age=31536000, immutable",
  };
}
