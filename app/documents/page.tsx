import { DocumentsPage } from "@/components/documents/documents-page";
import { pageContext } from "@/lib/http/app-context";
import { documentList } from "@/lib/study/documents";

export default async function Documents() {
  return <DocumentsPage documents={await documentList(await pageContext())} />;
}
