import { SearchPage } from "@/components/search/search-page";
import { pageContext } from "@/lib/http/app-context";
import { search, searchInput } from "@/lib/study/search";

type Props = { searchParams: Promise<Record<string, unknown>> };

const A_PAGE = 50;

export default async function Search({ searchParams }: Props) {
  const { q, from } = await searchParams;
  const input = searchInput(q, from);
  const { value } = await search(await pageContext(), { ...input, limit: A_PAGE });
  return <SearchPage typed={input.q} results={value} isFirst={input.cursor === undefined} />;
}
