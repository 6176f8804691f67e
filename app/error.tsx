"use client";

import { Message } from "@/components/ui/message";

export default function Failed({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const action = { text: "Try again", run: retry };
  if (error.digest === "store-busy")
    return (
      <Message title="This page could not be shown yet" action={action}>
        Another program holds what Rehearse stores. Your reviews are safe. Try again when it has
        done.
      </Message>
    );
  return (
    <Message title="This page could not be shown" action={action}>
      Something went wrong in Rehearse. Your reviews are safe. If it happens again, look at what the
      window says in which you started it.
    </Message>
  );
}
