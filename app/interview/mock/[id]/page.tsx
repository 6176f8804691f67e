import { notFound } from "next/navigation";
import { MockReportPage } from "@/components/mock/mock-report-page";
import { pageContext } from "@/lib/http/app-context";
import { mockReport } from "@/lib/study/mock/mock-report";

export default async function MockInterview({ params }: { params: Promise<{ id: string }> }) {
  const report = await mockReport(await pageContext(), (await params).id);
  if (!report) notFound();
  return <MockReportPage {...report} />;
}
