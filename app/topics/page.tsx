import type { Metadata } from "next";
import { TopicsPage } from "@/components/browse/topics-page";
import { pageContext } from "@/lib/http/app-context";
import { topicTree } from "@/lib/study/topics";

export const metadata: Metadata = { title: "Topics" };

export default async function Topics() {
  return <TopicsPage topics={await topicTree(await pageContext())} />;
}
