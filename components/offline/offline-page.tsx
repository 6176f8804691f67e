"use client";

import { useEffect, useState } from "react";
import { StudySession } from "@/components/study/study-session";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { EVERYTHING } from "@/lib/domain/study-scope";
import { isThere } from "@/lib/offline/is-there";
import { outbox } from "@/lib/offline/outbox";
import type { WireSession } from "@/lib/offline/session-items";

/** What to study from, null where nothing is kept; and whether to study at once. */
type Found = { wire: WireSession | null; studies: boolean; wanted: string };

/** The app as it opens where the server does not answer. Its address says after `#` what was asked for. */
export function OfflinePage({ actions }: Pick<Parameters<typeof StudySession>[0], "actions">) {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isLeft = false;
    void open().then((opened) => opened && !isLeft && setFound(opened));
    return () => {
      isLeft = true;
    };
  }, []);

  if (!found)
    return (
      <main id="main" aria-busy>
        <PageTitle>Without the server</PageTitle>
      </main>
    );
  const { wire, studies, wanted } = found;
  if (wire && studies) return <StudySession wire={wire} scope={EVERYTHING} actions={actions} />;
  const again = { text: "Try again", run: () => location.assign(wanted) };
  if (!wire || wire.items.length === 0)
    return (
      <Message title="The server does not answer" action={again}>
        {wire
          ? "Of what is kept here nothing waits now. What you answered is kept until the server is back."
          : "Nothing is kept in this browser yet that could be studied without it."}
      </Message>
    );
  const study = { text: "Study", run: () => setFound({ ...found, studies: true }) };
  return (
    <Message title="The server does not answer" action={study} other={again}>
      {wire.items.length === 1 ? "One question is" : `${wire.items.length} questions are`} kept here
      with answers and pictures. What you answer is sent when the server is back.
    </Message>
  );
}

/** Null where the server is back: then the page asked for comes instead. */
async function open(): Promise<Found | null> {
  const { pathname, search, origin } = new URL(location.hash.slice(1) || "/", location.origin);
  const isOwn = origin === location.origin && pathname !== location.pathname;
  const wanted = isOwn ? `${pathname}${search}` : "/";
  if (await isThere()) {
    location.replace(wanted);
    return null;
  }
  const { sessionFromKept } = await import("@/lib/offline/kept-session");
  const wire = await sessionFromKept(await outbox.entries());
  return { wire, studies: pathname === "/study", wanted };
}
