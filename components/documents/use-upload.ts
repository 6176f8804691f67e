"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "@/lib/offline/ask";
import type { Json } from "@/lib/wire/json";
import type { UploadChanges, UploadPreview, UploadWork } from "@/lib/wire/uploads";
import type { Choice } from "./chosen-files";
import { following, stateOf } from "./follow-upload";
import { keepUpload, keptUpload } from "./kept-upload";
import { faultOf, type Sending, type Sent, sendFiles } from "./send-files";
import type { Refused } from "./upload-requests";

export type UploadState =
  | { kind: "choosing"; problem: string | null; notice?: string }
  | ({ kind: "sending" } & Sending)
  | UploadWork
  | ({ kind: "preview"; busy: boolean; problem: string | null } & Seen)
  | { kind: "taken"; changes: UploadChanges };

/** What a preview shows. */
export type Seen = { preview: Json<UploadPreview>; refused: Refused[]; leftOut: string[] };

type Show = (state: UploadState) => void;

const CHOOSING = { kind: "choosing", problem: null } as const;
const CANCELLED = "Cancelled. Nothing was added.";
const DISCARDED = "Discarded. Nothing was added.";
const LEFT =
  "Your files were still being sent when the page was left. Nothing was added; choose them again.";

/**
 * One upload from its choice to its report: sent file by file, read, previewed, then confirmed or
 * forgotten. What is with the server goes on there, and is come back to after a reload.
 */
export function useUpload() {
  const [state, setState] = useState<UploadState>(CHOOSING);
  const leaving = useRef(new AbortController());
  const router = useRouter();

  const confirm = useCallback(
    async (id: string, seen: Seen | null) => {
      if (seen) setState({ kind: "preview", busy: true, problem: null, ...seen });
      const { signal } = leaving.current;
      // Who cancels or leaves has been told.
      await stored(id, seen, { signal, show: setState }).then(setState, () => undefined);
      router.refresh();
    },
    [router],
  );

  useEffect(() => {
    leaving.current = new AbortController();
    void resumed(leaving.current.signal, setState, confirm);
    return () => leaving.current.abort();
  }, [confirm]);

  const start = useCallback(async (choice: Choice) => {
    const problem = faultOf(choice);
    if (problem !== null) return setState({ kind: "choosing", problem });
    leaving.current = new AbortController();
    const { signal } = leaving.current;
    // Who cancels or leaves has been told.
    await sentAndRead(choice, signal, setState).then(setState, () => undefined);
  }, []);

  const cancel = useCallback(() => {
    leaving.current.abort();
    forget(keptUpload()?.id);
    setState({ ...CHOOSING, notice: CANCELLED });
  }, []);
  const again = useCallback(() => setState(CHOOSING), []);

  const discard = useCallback((id: string) => {
    forget(id);
    setState({ ...CHOOSING, notice: DISCARDED });
  }, []);

  const apart = useCallback(async (seen: Seen, path: string) => {
    setState({ kind: "preview", busy: true, problem: null, ...seen });
    const anew = await ask("POST /api/uploads/apart", { id: seen.preview.id, path });
    const shown = anew.ok ? { ...seen, preview: anew.value } : seen;
    setState({ kind: "preview", busy: false, problem: anew.ok ? null : anew.detail, ...shown });
  }, []);

  return { state, start, cancel, again, discard, confirm, apart };
}

export type Upload = ReturnType<typeof useUpload>;

async function sentAndRead(choice: Choice, signal: AbortSignal, show: Show): Promise<UploadState> {
  const sent = await sendFiles(choice, signal, (sending) => show({ kind: "sending", ...sending }));
  if (sent.ok) return read(sent.value, signal, show);
  forget(keptUpload()?.id);
  return { kind: "choosing", problem: sent.detail };
}

/** Has the server read an upload, and answers its preview. */
async function read(sent: Sent, signal: AbortSignal, show: Show): Promise<UploadState> {
  const { id } = sent;
  show({ kind: "reading", done: 0, of: 0 });
  const asked = () => ask("GET /api/uploads/[id]", { id }, signal);
  const preview = await following(id, asked, show);
  if (!preview.ok && preview.status === null) return { kind: "choosing", problem: WAITS_THERE };
  if (!preview.ok) return gone(preview.detail);
  const { unreadable } = preview.value;
  const refused = [
    ...sent.refused,
    ...unreadable.map(({ path, message: detail }) => ({ path, detail })),
  ];
  const seen = { preview: preview.value, refused, leftOut: sent.leftOut };
  return { kind: "preview", busy: false, problem: null, ...seen };
}

const WAITS_THERE =
  "The server does not answer. It has your files: load this page anew when it is back, to go on.";

/** The server has no such upload, or can't read it. */
function gone(problem: string): UploadState {
  keepUpload(null);
  return { kind: "choosing", problem };
}

/**
 * Has the server take an upload in, and answers what came of it. Where another tab was faster with
 * one of the documents, it is previewed again.
 */
async function stored(
  id: string,
  seen: Seen | null,
  { signal, show }: { signal: AbortSignal; show: Show },
): Promise<UploadState> {
  const asked = () => ask("POST /api/uploads/confirm", { id });
  const taken = await following(id, asked, show);
  if (taken.ok) {
    keepUpload(null);
    return { kind: "taken", changes: taken.value.changes };
  }
  if (taken.status === 409) {
    const again = await read(keptUpload() ?? { id, refused: [], leftOut: [] }, signal, show);
    return again.kind === "preview" ? { ...again, problem: taken.detail } : again;
  }
  const problem = taken.status === null ? CUT_OFF : taken.detail;
  return seen ? { kind: "preview", busy: false, problem, ...seen } : { kind: "choosing", problem };
}

const CUT_OFF =
  "The server does not answer. What it has stored is kept; add it again, and the rest comes too.";

/** Goes on with the upload that this tab had before it was loaded anew. */
async function resumed(
  signal: AbortSignal,
  show: Show,
  confirm: (id: string, seen: null) => Promise<void>,
): Promise<void> {
  const kept = keptUpload();
  if (!kept) return;
  if (!kept.isSent) {
    forget(kept.id);
    return show({ kind: "choosing", problem: LEFT });
  }
  const state = await stateOf(kept.id);
  if (signal.aborted) return;
  if (!state.ok)
    return show(
      state.status === null ? { kind: "choosing", problem: WAITS_THERE } : gone(state.detail),
    );
  const { kind } = state.value;
  if (kind === "storing" || kind === "taken") return confirm(kept.id, null);
  await read(kept, signal, show).then(show, () => undefined);
}

/** Has the server forget an upload; it does by itself, in a day. */
function forget(id: string | undefined): void {
  keepUpload(null);
  if (id !== undefined) void ask("POST /api/uploads/discard", { id });
}
