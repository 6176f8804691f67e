import { WeakAreasPage } from "@/components/insight/weak-areas-page";
import { pageContext } from "@/lib/http/app-context";
import { topicTree } from "@/lib/study/topics";

export default async function WeakAreas() {
  return <WeakAreasPage topics={await topicTree(await pageContext())} />;
}
