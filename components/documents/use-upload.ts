"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { Choice, ChosenFile } from "./chosen-files";
import { ask, post, type Preview, sendFile } from "./upload-requests";

/** A file that was not taken, and why. */
export type Refused = { path: string; detail: string };

export type UploadState =
  | { kind: "choosing"; problem: string | null }
  | { kind: "sending"; files: number; sentBytes: number; bytes: number }
  | { kind: "reading" }
  | ({ kind: "preview"; busy: boolean; problem: string | null } & Seen)
  | { kind: "taken"; changes: Preview["changes"] };

/** What a preview shows. */
export type Seen = { preview: Preview; refused: Refused[]; leftOut: string[] };

export const MAX_BYTES = 100_000_000;

const CHOOSING: UploadState = { kind: "choosing", problem: null };

/** One upload from its choice to its report: sent file by file, previewed, then confirmed or forgotten. */
export function useUpload() {
  const [state, setState] = useState<UploadState>(CHOOSING);
  const sending = useRef<AbortController | null>(null);
  const router = useRouter();

  const start = useCallback(async ({ files, leftOut }: Choice) => {
    const fault = faultOf(files, leftOut);
    if (fault !== null) return setState({ kind: "choosing", problem: fault });
    sending.current = new AbortController();
    setState(await sent(files, leftOut, sending.current.signal, setState));
  }, []);

  const cancel = useCallback(() => sending.current?.abort(), []);
  const again = useCallback(() => setState(CHOOSING), []);

  const discard = useCallback(async (id: string) => {
    await post("/api/uploads/discard", { id });
    setState(CHOOSING);
  }, []);

  const confirm = useCallback(
    async (seen: Seen) => {
      setState({ kind: "preview", busy: true, problem: null, ...seen });
      const { id } = seen.preview;
      const taken = await post<Pick<Preview, "changes">>("/api/uploads/confirm", { id });
      if (!taken.ok)
        return setState({ kind: "preview", busy: false, problem: taken.detail, ...seen });
      setState({ kind: "taken", changes: taken.value.changes });
      router.refresh();
    },
    [router],
  );

  const apart = useCallback(async (seen: Seen, path: string) => {
    setState({ kind: "preview", busy: true, problem: null, ...seen });
    const anew = await post<Preview>("/api/uploads/apart", { id: seen.preview.id, path });
    const shown = anew.ok ? { ...seen, preview: anew.value } : seen;
    setState({ kind: "preview", busy: false, problem: anew.ok ? null : anew.detail, ...shown });
  }, []);

  return { state, start, cancel, again, discard, confirm, apart };
}

export type Upload = ReturnType<typeof useUpload>;

function faultOf(files: ChosenFile[], leftOut: string[]): string | null {
  if (files.length === 0)
    return `${leftOut.length === 0 ? "There was no file in it." : "Nothing of it can be read here."} Choose Markdown files (.md), folders of them, or zip archives.`;
  const bytes = sizeOf(files);
  if (bytes <= MAX_BYTES) return null;
  return `These are ${megabytes(bytes)} together; ${megabytes(MAX_BYTES)} go at once. Choose fewer.`;
}

/** Sends the files of an upload one by one, and answers what then is to be shown. */
async function sent(
  files: ChosenFile[],
  leftOut: string[],
  signal: AbortSignal,
  show: (state: UploadState) => void,
): Promise<UploadState> {
  const begun = await post<{ id: string }>("/api/uploads", {});
  if (!begun.ok) return { kind: "choosing", problem: begun.detail };
  const { id } = begun.value;
  const bytes = sizeOf(files);
  const refused: Refused[] = [];
  const others = [...leftOut];
  let before = 0;
  try {
    for (const [i, chosen] of files.entries()) {
      const tell = (now: number) =>
        show({ kind: "sending", files: files.length - i, sentBytes: before + now, bytes });
      tell(0);
      const answer = await sendFile(id, chosen, signal, tell);
      if (answer.ok) others.push(...answer.value.leftOut);
      else refused.push({ path: chosen.path, detail: answer.detail });
      before += chosen.file.size;
    }
    show({ kind: "reading" });
    const preview = await ask<Preview>(`/api/uploads/${id}`, { signal });
    if (!preview.ok) return { kind: "choosing", problem: preview.detail };
    for (const { path, message } of preview.value.unreadable)
      refused.push({ path, detail: message });
    const seen = { preview: preview.value, refused, leftOut: others };
    return { kind: "preview", busy: false, problem: null, ...seen };
  } catch {
    void post("/api/uploads/discard", { id });
    return { kind: "choosing", problem: "Cancelled. Nothing was taken in." };
  }
}

function sizeOf(files: ChosenFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0);
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
