import { notFound } from "next/navigation";
import { QuestionPage } from "@/components/browse/question-page";
import { pageContext } from "@/lib/http/app-context";
import { questionView } from "@/lib/study/question-view";

export default async function Question({ params }: { params: Promise<{ id: string }> }) {
  const view = await questionView(await pageContext(), await params);
  if (!view.ok) notFound();
  return <QuestionPage {...view.value} />;
}
