import { notFound, redirect } from "next/navigation";
import { undo } from "@/app/documents/actions";
import { QuestionPage } from "@/components/browse/question-page";
import { pageContext } from "@/lib/http/app-context";
import { questionView } from "@/lib/study/question-view";
import { previewText, savePoints, saveText } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ write?: string }> };

export default async function Question({ params, searchParams }: Props) {
  const view = await questionView(await pageContext(), await params);
  if (!view.ok) notFound();
  if (view.value.mergedIntoId) redirect(`/questions/${view.value.mergedIntoId}`);
  const actions = { save: saveText, preview: previewText, savePoints, undo };
  const writesAnswer = (await searchParams).write === "answer";
  return <QuestionPage {...view.value} actions={actions} writesAnswer={writesAnswer} />;
}
