import type { z } from "zod";
import type { Result } from "@/lib/result";
import type { Failure } from "@/lib/use-case/failure";
import { type AppContext, appContext } from "./app-context";
import { guarded, readAddress } from "./guarded";
import { answer, type Door, unusable } from "./handler";

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A route handler that takes a file's bytes as its body, and hands them on as they come: they are
 * never held whole. What it parses is the address, with the length that the caller declares.
 */
export function bytesHandler<Schema extends z.ZodType, Answered>(
  schema: Schema,
  take: (
    context: AppContext,
    input: z.output<Schema>,
    body: Bytes,
  ) => Promise<Result<Answered, Failure>>,
): Door<Omit<z.input<Schema>, "length">, Answered> {
  return guarded(async (request, route) => {
    const { value } = await readAddress(request, route);
    const input = schema.safeParse({ ...value, length: request.headers.get("content-length") });
    if (!input.success) return unusable(input.error);
    return answer(await take(await appContext(), input.data, request.body ?? []));
  });
}
