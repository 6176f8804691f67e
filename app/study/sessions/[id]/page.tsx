import { notFound } from "next/navigation";
import { SessionPage } from "@/components/study/session-page";
import { pageContext } from "@/lib/http/app-context";
import { sessionSummary } from "@/lib/study/session-summary";

export default async function Session({ params }: { params: Promise<{ id: string }> }) {
  const summary = await sessionSummary(await pageContext(), (await params).id);
  if (!summary) notFound();
  return <SessionPage {...summary} />;
}
