import { notFound } from "next/navigation";
import { InterviewFormPage } from "@/components/interview/interview-form-page";
import { pageContext } from "@/lib/http/app-context";
import { interviewForm } from "@/lib/study/interview-view";
import { save } from "@/app/interview/actions";

export default async function ChangeInterview({ params }: { params: Promise<{ id: string }> }) {
  const context = await pageContext();
  const form = await interviewForm(context, (await params).id);
  if (!form) notFound();
  return <InterviewFormPage {...form} zone={context.learner.scheduling.zone} save={save} />;
}
