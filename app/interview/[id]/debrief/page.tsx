import { notFound } from "next/navigation";
import { DebriefPage } from "@/components/interview/debrief-page";
import { pageContext } from "@/lib/http/app-context";
import { debriefView } from "@/lib/study/debrief";
import { note, takeBack } from "@/app/interview/actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Debrief({ params, searchParams }: Props) {
  const { q } = await searchParams;
  const { id } = await params;
  const view = await debriefView(await pageContext(), id, typeof q === "string" ? q : "");
  if (!view) notFound();
  return <DebriefPage {...view} note={note} takeBack={takeBack} />;
}
