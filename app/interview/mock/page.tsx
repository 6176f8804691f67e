import { MockStartPage } from "@/components/mock/mock-start-page";
import { pageContext } from "@/lib/http/app-context";
import { mockStart } from "@/lib/study/mock/mock-start";

export default async function MockInterviews() {
  return <MockStartPage {...await mockStart(await pageContext())} />;
}
