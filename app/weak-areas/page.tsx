import { WeakAreasPage } from "@/components/insight/weak-areas-page";
import { pageContext } from "@/lib/http/app-context";
import { weakAreasView } from "@/lib/study/weak-areas";

export default async function WeakAreas() {
  return <WeakAreasPage {...await weakAreasView(await pageContext())} />;
}
