import type { Metadata } from "next";
import { WeakAreasPage } from "@/components/insight/weak-areas-page";
import { pageContext } from "@/lib/http/app-context";
import { topicTree } from "@/lib/study/topics";

export const metadata: Metadata = { title: "Weak areas" };

export default async function WeakAreas() {
  return <WeakAreasPage topics={await topicTree(await pageContext())} />;
}
