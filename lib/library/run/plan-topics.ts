import type { TopicRow } from "@/lib/db/topics";
import { freeSlug, slug, topicKey } from "@/lib/domain/topic";
import { newId } from "@/lib/use-case/ids";

/** The topics known so far in a run: finds one by its titles, and makes what is missing on the way. */
export class TopicTree {
  readonly #byKey: Map<string, TopicRow>;
  readonly #paths: Set<string>;
  #made: TopicRow[] = [];

  constructor(stored: readonly TopicRow[]) {
    this.#byKey = new Map(stored.map((topic) => [topic.key, topic]));
    this.#paths = new Set(stored.map(({ path }) => path));
  }

  /** The topic with these titles; made, with those above it, when there is none. */
  find(titles: readonly string[]): TopicRow {
    const key = topicKey(titles);
    const known = this.#byKey.get(key);
    if (known) return known;
    const title = titles.at(-1);
    if (title === undefined) throw new Error("A topic needs a title");
    const parent = titles.length > 1 ? this.find(titles.slice(0, -1)) : null;
    const under = parent ? `${parent.path}/` : "";
    const name = freeSlug(slug(title), (taken) => this.#paths.has(under + taken));
    const topic: TopicRow = {
      id: newId(),
      parentId: parent?.id ?? null,
      key,
      path: under + name,
      title,
      position: this.#byKey.size,
    };
    this.#byKey.set(key, topic);
    this.#paths.add(topic.path);
    this.#made.push(topic);
    return topic;
  }

  /** Those made since the last call, parents first; the caller stores them. */
  takeMade(): TopicRow[] {
    return this.#made.splice(0);
  }
}
