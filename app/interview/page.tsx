import { InterviewPage } from "@/components/interview/interview-page";
import { pageContext } from "@/lib/http/app-context";
import { interviewView } from "@/lib/study/interview-view";
import { end, putAway } from "./actions";

export default async function Interview() {
  const view = await interviewView(await pageContext());
  return <InterviewPage {...view} end={end} putAway={putAway} />;
}
