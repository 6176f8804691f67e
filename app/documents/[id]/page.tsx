import { notFound } from "next/navigation";
import { DocumentPage } from "@/components/document/document-page";
import { pageContext } from "@/lib/http/app-context";
import { documentPage, DocumentQuery } from "@/lib/study/document-page";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, unknown>>;
};

export default async function Document({ params, searchParams }: Props) {
  const query = DocumentQuery.parse({ ...(await searchParams), ...(await params) });
  const view = await documentPage(await pageContext(), query);
  if (!view.ok) notFound();
  return <DocumentPage {...view.value} />;
}
