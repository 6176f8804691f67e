import { TopicsPage } from "@/components/browse/topics-page";
import { pageContext } from "@/lib/http/app-context";
import { narrowedBy, topicsView } from "@/lib/study/topics";

type Props = { searchParams: Promise<Record<string, unknown>> };

export default async function Topics({ searchParams }: Props) {
  return <TopicsPage {...await topicsView(await pageContext(), narrowedBy(await searchParams))} />;
}
