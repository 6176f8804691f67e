import { questionsTagged } from "@/lib/db/study/tags";
import { type SearchQuery, findsNothing, readSearch } from "@/lib/domain/search-query";
import { sought } from "@/lib/domain/search-filter";
import type { Group } from "@/lib/domain/standing";
import type { Context } from "@/lib/use-case/context";
import type { DaySoFar } from "./day-so-far";

/** All questions that a search finds, topic by topic and in no order; every one where it asks for nothing. */
export async function questionsMatching(
  context: Context,
  day: DaySoFar,
  typed: string,
): Promise<Group[]> {
  const { search } = context.database;
  const query = readSearch(typed);
  const groups = await questionsFiltered(context, day, query);
  if (query.terms.length === 0) return groups;
  await search.upToDate();
  const found = await search.all({ learnerId: context.learner.id, terms: query.terms });
  return only(groups, found);
}

/** The same by its filters alone. */
export async function questionsFiltered(
  { database }: Context,
  day: DaySoFar,
  query: SearchQuery,
): Promise<Group[]> {
  if (findsNothing(query)) return [];
  const groups = sought(day.standings, query, day);
  if (query.tags.length === 0) return groups;
  return only(groups, await questionsTagged(database.read, query.tags));
}

function only(groups: readonly Group[], ids: ReadonlySet<string>): Group[] {
  return groups
    .map((group) => group.filter(({ id }) => ids.has(id)))
    .filter(({ length }) => length);
}
