"use client";

import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { Message } from "@/components/ui/message";
import { useOutbox } from "@/components/ui/use-outbox";
import { mockReportAddress } from "@/lib/domain/mock";
import { dropMock } from "@/lib/offline/mock-progress";
import { outbox } from "@/lib/offline/outbox";

/** All is scored: on to the report, as soon as the server has the grades. */
export function MockEnd({ id }: { id: string }) {
  const router = useRouter();
  const { waiting } = useOutbox();
  const [isTried, setIsTried] = useState(false);
  const isSent = isTried && waiting.length === 0;
  useEffect(() => {
    const tried = () => setIsTried(true);
    outbox.send().then(tried, tried);
  }, []);
  useEffect(() => {
    if (!isSent) return;
    dropMock(id);
    router.replace(mockReportAddress(id));
  }, [isSent, id, router]);
  if (isSent || !isTried)
    return <Message title="The report is on its way">All questions are scored.</Message>;
  return (
    <Message title="The server does not answer">
      Your grades are kept in this browser. When it is back they go out, and the report comes.
    </Message>
  );
}
