import { redirect } from "next/navigation";
import { MockTooFew } from "@/components/mock/mock-too-few";
import { mockAddress } from "@/lib/domain/mock";
import { pageContext } from "@/lib/http/app-context";
import { beginMock } from "@/lib/study/mock/begin-mock";
import { MockChoice } from "@/lib/study/mock/mock-query";

export default async function BeginMock({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const context = await pageContext();
  const begun = await beginMock(context, MockChoice.parse(await searchParams));
  if (begun.kind === "drawn") redirect(mockAddress(begun.mock));
  return <MockTooFew {...begun} />;
}
