import { z } from "zod";
import { findMedia } from "@/lib/db/media";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, notFound } from "@/lib/use-case/failure";
import type { ServedFile } from "@/lib/use-case/served-file";

export const MediaParams = z.object({ hash: z.string() });

/** A picture that came with a document, by the SHA-256 of its bytes. */
export async function pictureByHash(
  { database }: Context,
  { hash }: z.infer<typeof MediaParams>,
): Promise<Result<ServedFile, Failure>> {
  const found = await findMedia(database.read, hash);
  if (!found) return err(notFound("There is no such picture."));
  return ok({ ...found, as: "picture", changes: false });
}
