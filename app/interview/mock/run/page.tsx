import { notFound, redirect } from "next/navigation";
import { previewText, saveText } from "@/app/questions/[id]/actions";
import { MockHere } from "@/components/mock/mock-here";
import { mockReportAddress } from "@/lib/domain/mock";
import { pageContext } from "@/lib/http/app-context";
import { mockFrom } from "@/lib/study/mock/mock-query";
import { mockRun } from "@/lib/study/mock/mock-run";

export default async function RunMock({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const context = await pageContext();
  const mock = mockFrom(await searchParams);
  if (!mock) notFound();
  const run = await mockRun(context, mock);
  if (run.items.length === 0) redirect(mockReportAddress(mock.id));
  return <MockHere key={mock.id} run={run} actions={{ save: saveText, preview: previewText }} />;
}
