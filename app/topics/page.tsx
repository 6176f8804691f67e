import { TopicsPage } from "@/components/browse/topics-page";
import { pageContext } from "@/lib/http/app-context";
import { topicTree } from "@/lib/study/topics";

export default async function Topics() {
  return <TopicsPage topics={await topicTree(await pageContext())} />;
}
