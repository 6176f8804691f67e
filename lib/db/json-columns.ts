import { z } from "zod";
import { reportOnce } from "@/lib/report-once";

/** A time in a column of JSON. */
export const JsonTime = z.iso.datetime().transform((text) => new Date(text));

/** What a stored text says as JSON; null for what is none. Whoever asks looks at its shape. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What a column of JSON says. Null for what can't be read, which is reported as `what`: one row is in
 * the way of no others.
 */
export function readColumn<Output>(
  schema: z.ZodType<Output>,
  json: string | null,
  what: string,
): Output | null {
  const said = schema.safeParse(parsedJson(json ?? ""));
  if (said.success) return said.data;
  reportOnce(`${what} can't be read, and is passed over.`);
  return null;
}
