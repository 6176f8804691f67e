import { InterviewFormPage } from "@/components/interview/interview-form-page";
import { pageContext } from "@/lib/http/app-context";
import { newInterviewForm } from "@/lib/study/interview-view";
import { save } from "@/app/interview/actions";

export default async function NewInterview({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { after } = await searchParams;
  const context = await pageContext();
  const form = await newInterviewForm(context, typeof after === "string" ? after : null);
  const { zone } = context.learner.scheduling;
  return <InterviewFormPage {...form} zone={zone} save={save} />;
}
