import { notFound } from "next/navigation";
import { TopicPage } from "@/components/browse/topic-page";
import { pageContext } from "@/lib/http/app-context";
import { topicView } from "@/lib/study/topics";

export default async function Topic({ params }: { params: Promise<{ path: string[] }> }) {
  const path = (await params).path.map(decodeURIComponent).join("/");
  const view = await topicView(await pageContext(), path);
  if (!view) notFound();
  return <TopicPage {...view} />;
}
