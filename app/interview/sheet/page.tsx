import { notFound } from "next/navigation";
import { SheetPage } from "@/components/interview/sheet-page";
import { pageContext } from "@/lib/http/app-context";
import { sheet, SheetQuery } from "@/lib/study/sheet";

type Props = { searchParams: Promise<Record<string, unknown>> };

export default async function Sheet({ searchParams }: Props) {
  const view = await sheet(await pageContext(), SheetQuery.parse(await searchParams));
  if (!view.ok) notFound();
  return <SheetPage {...view.value} />;
}
