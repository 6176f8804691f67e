import { notFound } from "next/navigation";
import { StudySession } from "@/components/study/study-session";
import { pageContext } from "@/lib/http/app-context";
import { studySession } from "@/lib/study/session";

const FIRST = 6;

export default async function Study({
  searchParams,
}: {
  searchParams: Promise<{ topic?: string }>;
}) {
  const topic = (await searchParams).topic ?? null;
  const { value } = await studySession(await pageContext(), { topic, limit: FIRST });
  if (topic !== null && value.topicTitle === null) notFound();
  return <StudySession wire={value} topic={topic} />;
}
