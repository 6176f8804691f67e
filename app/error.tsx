"use client";

import { Message } from "@/components/ui/message";

export default function Failed({ retry }: { retry: () => void }) {
  return (
    <Message title="This page could not be shown" action={{ text: "Try again", run: retry }}>
      Something went wrong in Rehearse. Your reviews are safe. If it happens again, look at what the
      window says in which you started it.
    </Message>
  );
}
