import { UnansweredPage } from "@/components/browse/unanswered-page";
import { pageContext } from "@/lib/http/app-context";
import { unansweredQuestions } from "@/lib/study/unanswered";

export default async function WithoutAnswer() {
  return <UnansweredPage {...await unansweredQuestions(await pageContext())} />;
}
