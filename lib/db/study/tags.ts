import type { Queries } from "@/lib/db/queries";

/** Ids of the questions that have every one of these tags, by any case of their names. */
export async function questionsTagged(
  read: Queries,
  names: readonly string[],
): Promise<Set<string>> {
  const wanted = new Set(names.map(sameName));
  const all = await read.tag.findMany({ select: { id: true, name: true } });
  const tags = all.filter(({ name }) => wanted.has(sameName(name)));
  const known = new Set(tags.map(({ name }) => sameName(name)));
  if (known.size < wanted.size) return new Set();
  const rows = await read.questionTag.findMany({
    where: { tagId: { in: tags.map(({ id }) => id) } },
  });
  const nameOf = new Map(tags.map(({ id, name }) => [id, sameName(name)]));
  const found = new Map<string, Set<string | undefined>>();
  for (const { questionId, tagId } of rows)
    found.set(questionId, (found.get(questionId) ?? new Set()).add(nameOf.get(tagId)));
  return new Set(
    [...found].filter(([, own]) => own.size === wanted.size).map(([questionId]) => questionId),
  );
}

function sameName(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
