import { notFound } from "next/navigation";
import { previewText, saveText } from "@/app/questions/[id]/actions";
import { StudySession } from "@/components/study/study-session";
import { pageContext } from "@/lib/http/app-context";
import { scopeOf, studySession } from "@/lib/study/session";

const FIRST = 6;

export default async function Study({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const scope = scopeOf(await searchParams);
  const { value } = await studySession(await pageContext(), { ...scope, limit: FIRST });
  if (scope.topic !== null && value.topicTitle === null) notFound();
  const actions = { save: saveText, preview: previewText };
  return <StudySession wire={value} scope={scope} actions={actions} />;
}
