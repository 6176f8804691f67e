import { Asks } from "@/components/documents/asks";
import { DocumentsPage } from "@/components/documents/documents-page";
import { RecentMerges } from "@/components/documents/recent-merges";
import { pageContext } from "@/lib/http/app-context";
import { asksShown, openAsks } from "@/lib/library/merges/open-asks";
import { documentsView } from "@/lib/library/documents";
import { recentMerges } from "@/lib/library/merges/merges";
import { answer, undo } from "./actions";

export default async function Documents({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const context = await pageContext();
  const address = await searchParams;
  const { sum, shelves, zone } = await documentsView(context, address);
  const shown = asksShown(address);
  const asks = <Asks asks={await openAsks(context, shown)} shown={shown} answer={answer} />;
  const merges = <RecentMerges merges={await recentMerges(context)} zone={zone} undo={undo} />;
  return <DocumentsPage sum={sum} shelves={shelves} zone={zone} asks={asks} merges={merges} />;
}
