import type { Queries } from "@/lib/db/queries";
import { isTopicPath, topicCount, type TopicRow, topicsByKey } from "@/lib/db/topics";
import { freeSlug, slug, topicKey } from "@/lib/domain/topic";
import { newId } from "@/lib/use-case/ids";

/** The topics that a run needs: those that are stored, and those that it makes where there are none. */
export class TopicTree {
  readonly #read: Queries;
  readonly #byKey = new Map<string, TopicRow>();
  readonly #paths = new Set<string>();
  /** Ids: below them, nothing is stored. */
  readonly #new = new Set<string>();
  #made: TopicRow[] = [];
  #count: number | null = null;

  constructor(read: Queries) {
    this.#read = read;
  }

  /** Looks for topics by their titles, in order, and makes what is missing on the way; `find` finds them. */
  async prepare(paths: readonly (readonly string[])[]): Promise<void> {
    const all = new Map(paths.flatMap(pathAndAbove).map((titles) => [topicKey(titles), titles]));
    const unknown = [...all].filter(([key]) => !this.#byKey.has(key));
    const stored = await topicsByKey(
      this.#read,
      unknown.map(([key]) => key),
    );
    for (const topic of stored) this.#byKey.set(topic.key, topic);
    for (const [key, titles] of unknown) if (!this.#byKey.has(key)) await this.#make(key, titles);
  }

  /** The topic with these titles, which was prepared. */
  find(titles: readonly string[]): TopicRow {
    const topic = this.#byKey.get(topicKey(titles));
    if (!topic) throw new Error(`The topic ${titles.join(" › ")} was not prepared`);
    return topic;
  }

  /** Those made since the last call, parents first; the caller stores them. */
  takeMade(): TopicRow[] {
    return this.#made.splice(0);
  }

  async #make(key: string, titles: readonly string[]): Promise<void> {
    const title = titles.at(-1) ?? "";
    const parent = titles.length > 1 ? this.find(titles.slice(0, -1)) : null;
    this.#count ??= await topicCount(this.#read);
    const topic: TopicRow = {
      id: newId(),
      parentId: parent?.id ?? null,
      key,
      path: await this.#freePath(title, parent),
      title,
      position: this.#count,
    };
    this.#count += 1;
    this.#byKey.set(key, topic);
    this.#paths.add(topic.path);
    this.#new.add(topic.id);
    this.#made.push(topic);
  }

  async #freePath(title: string, parent: TopicRow | null): Promise<string> {
    const under = parent ? `${parent.path}/` : "";
    const path = under + freeSlug(slug(title), (taken) => this.#paths.has(under + taken));
    if (parent && this.#new.has(parent.id)) return path;
    if (!(await isTopicPath(this.#read, path))) return path;
    this.#paths.add(path);
    return this.#freePath(title, parent);
  }
}

/** `[A, B]` → `[A]`, `[A, B]`. */
function pathAndAbove(titles: readonly string[]): (readonly string[])[] {
  return titles.map((_, i) => titles.slice(0, i + 1));
}
