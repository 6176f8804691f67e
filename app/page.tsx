import { TodayPage } from "@/components/today/today-page";
import { pageContext } from "@/lib/http/app-context";
import { today } from "@/lib/study/today";

export default async function Today() {
  return <TodayPage {...await today(await pageContext())} />;
}
