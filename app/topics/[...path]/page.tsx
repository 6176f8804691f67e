import { notFound } from "next/navigation";
import { TopicPage } from "@/components/browse/topic-page";
import { pageContext } from "@/lib/http/app-context";
import { narrowedBy, topicView } from "@/lib/study/topics";

type Props = {
  params: Promise<{ path: string[] }>;
  searchParams: Promise<Record<string, unknown>>;
};

export default async function Topic({ params, searchParams }: Props) {
  const path = (await params).path.map(decodeURIComponent).join("/");
  const view = await topicView(await pageContext(), path, narrowedBy(await searchParams));
  if (!view) notFound();
  return <TopicPage {...view} />;
}
