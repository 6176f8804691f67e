import { z } from "zod";
import { questionTexts, type QuestionTexts } from "@/lib/db/search-texts";
import { listedQuestions } from "@/lib/db/study/questions";
import { firstInTopics } from "@/lib/domain/listed";
import type { ListedQuestion } from "@/lib/domain/question";
import { type ExcerptPart, excerpt, termsIn } from "@/lib/domain/search-excerpt";
import {
  MOST_FOUND,
  readSearch,
  type SearchQuery,
  type SearchTerm,
} from "@/lib/domain/search-query";
import { ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { limitWithin } from "@/lib/use-case/inputs";
import type { FoundIn, FoundQuestion, SearchResults } from "@/lib/wire/search";
import { daySoFar } from "./day-so-far";
import { questionsFiltered } from "./questions-matching";

export const SearchInput = z.object({
  q: z.string().default(""),
  /** Opaque to callers: how many came before. */
  cursor: z
    .string()
    .regex(/^\d{1,4}$/, "is none that a search answered")
    .transform(Number)
    .optional(),
  limit: limitWithin(50),
});

/** What the address of a page of results asks for; what can't be read there is as if it were not. */
export function searchInput(
  q: unknown,
  from: unknown,
): Pick<z.infer<typeof SearchInput>, "q" | "cursor"> {
  const typed = SearchInput.shape.q.safeParse(q);
  return { q: typed.data ?? "", cursor: SearchInput.shape.cursor.safeParse(from).data };
}

/** The questions that a search finds, best first: see `readSearch` for what can be said in one. */
export async function search(
  context: Context,
  { q, cursor: from = 0, limit }: z.infer<typeof SearchInput>,
): Promise<Result<SearchResults, never>> {
  const query = readSearch(q);
  const { ids, unread } = query.isEmpty ? NOTHING : await bestOf(context, query);
  const page = ids.slice(from, from + limit);
  const next = from + limit;
  return ok({
    items: await foundQuestions(context, page, query.terms),
    nextCursor: next < ids.length ? String(next) : null,
    found: ids.length,
    unread,
  });
}

const NOTHING = { ids: [], unread: 0 };

async function bestOf(
  context: Context,
  query: SearchQuery,
): Promise<{ ids: string[]; unread: number }> {
  const { database, learner } = context;
  const { terms } = query;
  const isFiltered = query.topics.length + query.tags.length + query.states.length > 0;
  const groups = isFiltered ? await questionsFiltered(context, await daySoFar(context), query) : [];
  if (terms.length === 0) {
    const first = firstInTopics(groups, MOST_FOUND);
    return { ids: first.map(({ id }) => id), unread: 0 };
  }
  const unread = await database.search.upToDate();
  const ids = new Set(groups.flatMap((group) => group.map(({ id }) => id)));
  const isSought = (id: string) => !isFiltered || ids.has(id);
  const best = await database.search.best({ learnerId: learner.id, terms, isSought }, MOST_FOUND);
  return { ids: best, unread };
}

async function foundQuestions(
  { database: { read }, learner }: Context,
  ids: readonly string[],
  terms: readonly SearchTerm[],
): Promise<FoundQuestion[]> {
  const texts = new Map<string, QuestionTexts>();
  for (const one of await questionTexts(read, ids))
    if (one.learnerId === learner.id || !texts.has(one.questionId)) texts.set(one.questionId, one);
  const listed = await listedQuestions(read, ids);
  return listed.flatMap((question) => {
    const own = texts.get(question.id);
    return own ? [foundQuestion(question, own, terms)] : [];
  });
}

function foundQuestion(
  { id, ...question }: ListedQuestion,
  texts: QuestionTexts,
  terms: readonly SearchTerm[],
): FoundQuestion {
  const { found, text } = placeOf(texts, terms);
  const excerptHtml = excerpt(text, terms).map(htmlOf).join("");
  return { questionId: id, ...question, found, excerptHtml };
}

type Place = { found: FoundIn; text: string };

/** Which of its texts says all of it; or else the most. */
function placeOf(
  { prompt, keyPoints, notes, answer }: QuestionTexts,
  terms: readonly SearchTerm[],
) {
  const places: Place[] = [
    { found: "prompt", text: prompt },
    ...keyPoints.map((text): Place => ({ found: "keyPoint", text })),
    ...notes.map((text): Place => ({ found: "note", text })),
    { found: "answer", text: answer ?? "" },
  ];
  let best = { found: "prompt" as FoundIn, text: prompt, said: -1 };
  for (const place of places) {
    const said = termsIn(place.text, terms);
    if (said > best.said) best = { ...place, said };
    // To look through a long answer takes longer than all the rest.
    if (said === terms.length) break;
  }
  return best;
}

function htmlOf({ text, isHit }: ExcerptPart): string {
  const escaped = text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return isHit ? `<mark>${escaped}</mark>` : escaped;
}
