import type { Queries } from "./queries";
import { readInChunks } from "./in-chunks";

export type TopicRow = {
  id: string;
  parentId: string | null;
  key: string;
  path: string;
  title: string;
  position: number;
};

/** All topics, in the order in which they were first seen. */
export async function allTopics(read: Queries): Promise<TopicRow[]> {
  return read.topic.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
}

/** Topics by their keys, those that there are. */
export async function topicsByKey(read: Queries, keys: readonly string[]): Promise<TopicRow[]> {
  return readInChunks(keys, (some) => read.topic.findMany({ where: { key: { in: some } } }));
}

/** Whether a topic has this path. */
export async function isTopicPath(read: Queries, path: string): Promise<boolean> {
  return (await read.topic.findUnique({ where: { path }, select: { id: true } })) !== null;
}

/** How many topics there are. */
export async function topicCount(read: Queries): Promise<number> {
  return read.topic.count();
}

/** A topic with all below it, as a condition. Null for everything. A prefix by LIKE would scan. */
export function withinTopic(path: string | null) {
  if (path === null) return {};
  return { topic: { OR: [{ path }, { path: { gte: `${path}/`, lt: `${path}0` } }] } };
}

/** The titles on the way down to each of the topics given, by topic path. */
export async function titlesByPath(
  read: Queries,
  paths: readonly string[],
): Promise<Map<string, string[]>> {
  const wanted = new Set(paths.flatMap(pathAndAbove));
  const rows = await read.topic.findMany({
    where: { path: { in: [...wanted] } },
    select: { path: true, title: true },
  });
  const titles = new Map(rows.map(({ path, title }) => [path, title]));
  return new Map(
    paths.map((path) => [path, pathAndAbove(path).map((above) => titles.get(above) ?? above)]),
  );
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function pathAndAbove(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}
