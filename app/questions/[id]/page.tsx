import { notFound, redirect } from "next/navigation";
import { undo } from "@/app/documents/actions";
import { QuestionPage } from "@/components/browse/question-page";
import { pageContext } from "@/lib/http/app-context";
import { mergesOf } from "@/lib/library/merges/merges";
import { questionView } from "@/lib/study/question-view";
import { QuestionParams } from "@/lib/study/questions";
import { previewText, savePoints, saveText } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ write?: string }> };

export default async function Question({ params, searchParams }: Props) {
  const context = await pageContext();
  const question = QuestionParams.parse(await params);
  const [view, merges] = await Promise.all([
    questionView(context, question),
    mergesOf(context, question.id),
  ]);
  if (!view.ok) notFound();
  if (view.value.mergedIntoId) redirect(`/questions/${view.value.mergedIntoId}`);
  const actions = { save: saveText, preview: previewText, savePoints, undo };
  const writesAnswer = (await searchParams).write === "answer";
  return (
    <QuestionPage {...view.value} merges={merges} actions={actions} writesAnswer={writesAnswer} />
  );
}
