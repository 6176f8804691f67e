import { z } from "zod";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A UUID in small letters: the same id may come in capitals. */
const sameId = (id: string) => (UUID.test(id) ? id.toLowerCase() : id);

/** An id as callers may send it. Whether it exists is another matter. */
export const Id = z.string().min(1).max(64).transform(sameId);

/** The id of something to be found: what can't be one is not found either. */
export const SoughtId = z.string().transform(sameId);

/** An id that a client makes. */
export const MadeId = z.uuid().transform(sameId);

/** `security/iam`: slugs of a topic and those above it. */
export const TopicPath = z
  .string()
  .max(1000)
  .transform((path) => (path === "" ? null : path));

/** `weakest=1` in a URL. */
export const Weakest = z
  .literal("1")
  .transform(() => true)
  .optional();

/** The sentence for a form that can't be used: why nothing of it was saved. */
export function nothingSaved({ issues: [first] }: z.ZodError): string {
  return `Nothing was saved: ${first?.message ?? "it can't be read"}.`;
}

/** How many items a list answers, from a URL. */
export function limitWithin(absent: number) {
  return z.coerce.number().int().min(1).max(200).default(absent);
}
