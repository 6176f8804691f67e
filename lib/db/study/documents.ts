import type { Queries } from "@/lib/db/queries";

/** A document by its id, put away or not. Null when there is none. */
export async function documentById(
  read: Queries,
  id: string,
): Promise<{ title: string; path: string; retiredAt: Date | null } | null> {
  return read.document.findUnique({
    where: { id },
    select: { title: true, path: true, retiredAt: true },
  });
}
