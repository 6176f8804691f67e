import type { Metadata } from "next";
import { StudyPage } from "@/components/study/study-page";
import { pageContext } from "@/lib/http/app-context";
import { nextQuestion } from "@/lib/study/next-question";

export const metadata: Metadata = { title: "Study" };

export default async function Study() {
  return <StudyPage {...await nextQuestion(await pageContext())} />;
}
