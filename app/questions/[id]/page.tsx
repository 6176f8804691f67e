import { notFound, redirect } from "next/navigation";
import { QuestionPage } from "@/components/browse/question-page";
import { pageContext } from "@/lib/http/app-context";
import { questionView } from "@/lib/study/question-view";

export default async function Question({ params }: { params: Promise<{ id: string }> }) {
  const view = await questionView(await pageContext(), await params);
  if (!view.ok) notFound();
  if (view.value.mergedIntoId) redirect(`/questions/${view.value.mergedIntoId}`);
  return <QuestionPage {...view.value} />;
}
