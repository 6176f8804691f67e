import { notFound } from "next/navigation";
import { chooseWay, saveRecall } from "./actions";
import { previewText, saveText } from "@/app/questions/[id]/actions";
import { StudySession } from "@/components/study/study-session";
import { studyAddress } from "@/lib/domain/study-scope";
import { pageContext } from "@/lib/http/app-context";
import { queryOf, scopeOf } from "@/lib/study/scope";
import { studySession } from "@/lib/study/session";

const FIRST = 6;

export default async function Study({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const scope = scopeOf(await searchParams);
  const { value } = await studySession(await pageContext(), { ...queryOf(scope), limit: FIRST });
  if (scope.topic !== null && value.topicTitle === null) notFound();
  const actions = { save: saveText, preview: previewText, chooseWay, saveRecall };
  // Another scope is another session, though the page stays.
  const key = studyAddress(scope);
  return <StudySession key={key} wire={value} scope={scope} actions={actions} />;
}
