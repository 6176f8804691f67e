"use client";

import dynamic from "next/dynamic";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import type { MockRun } from "@/lib/wire/mock";

// The server does not know how far this browser is.
const MockRunner = dynamic(() => import("./mock-runner").then((m) => m.MockRunner), {
  ssr: false,
  loading: () => <Message title="Mock interview">It is on its way.</Message>,
});

/** A mock interview in this browser. */
export function MockHere(props: { run: MockRun; actions: OwnTextActions }) {
  return (
    <>
      <PageTitle>Mock interview</PageTitle>
      <MockRunner {...props} />
    </>
  );
}
