import type { Narrowed } from "./listed";

/** The address of the topics, or of one of them by its path, with the list narrowed and ordered so. */
export function listAddress(topic: string | null, { is, order }: Narrowed): string {
  const query = new URLSearchParams({
    ...(is !== null && { is }),
    ...(order !== "document" && { order }),
  }).toString();
  const page = topic === null ? "/topics" : `/topics/${topic}`;
  return query === "" ? page : `${page}?${query}`;
}
