import type { Mark } from "./list-marks";
import type { Narrowed } from "./listed";
import { studyAddress } from "./study-scope";

/** The address of the topics, or of one of them by its path, with the list narrowed and ordered so. */
export function listAddress(topic: string | null, { is, order }: Narrowed): string {
  const query = new URLSearchParams({
    ...(is !== null && { is }),
    ...(order !== "document" && { order }),
  }).toString();
  const page = topic === null ? "/topics" : `/topics/${topic}`;
  return query === "" ? page : `${page}?${query}`;
}

/**
 * Where the questions with a mark are practised, of a topic or of all; null of those that are put away:
 * they are not asked until they are brought back.
 */
export function listPractice(is: Mark, topic: string | null): string | null {
  if (is === "suspended" || is === "buried") return null;
  const q = topic === null ? `is:${is}` : `is:${is} topic:${topic}`;
  return studyAddress({ mode: "practice", q });
}
