import { Asks } from "@/components/documents/asks";
import { DocumentsPage } from "@/components/documents/documents-page";
import { pageContext } from "@/lib/http/app-context";
import { openAsks } from "@/lib/study/asks";
import { documentsView } from "@/lib/study/documents";
import { answer } from "./actions";

export default async function Documents() {
  const context = await pageContext();
  const asks = <Asks asks={await openAsks(context)} answer={answer} />;
  return <DocumentsPage {...await documentsView(context)} asks={asks} />;
}
