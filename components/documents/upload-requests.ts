import type { Problem } from "@/lib/domain/problem";
import type { ChosenFile } from "./chosen-files";

/** What the server answered, or why it did not, in a sentence. */
export type Answer<T> =
  | { ok: true; value: T }
  /** `isCutOff`: no answer came at all. `isConflict`: what it rests on is no longer so. */
  | { ok: false; detail: string; isCutOff: boolean; isConflict: boolean };

/** A file that was not taken, and why. */
export type Refused = { path: string; detail: string };

export type Changes = Record<
  "added" | "split" | "restored" | "moved" | "changed" | "unchanged" | "merged" | "retired",
  number
> & { asks: { message: string }[] };

export type PreviewedDocument = {
  path: string;
  title: string;
  dialectReason: string | null;
  encodingRepairs: number;
  questions: number;
  withoutAnswer: number;
  pictures: number;
  picturesMissing: number;
  problems: Problem[];
  replaces: { title: string; retiredAt: string | null } | null;
};

export type Preview = {
  id: string;
  documents: PreviewedDocument[];
  changes: Changes;
  unreadable: { path: string; message: string }[];
};

export type PreviewedQuestion = {
  number: number | null;
  topicPath: string[];
  line: number;
  promptHtml: string;
  answerHtml: string | null;
  keyPoints: string[];
};

export type Page = { items: PreviewedQuestion[]; next: number | null };

/** Sends a file, and says how many of its bytes have gone. Rejects when `signal` gives up. */
export function sendFile(
  id: string,
  { path, file }: ChosenFile,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<Answer<{ leftOut: string[] }>> {
  return new Promise((resolve, reject) => {
    // fetch says nothing of what has gone.
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/uploads/${id}/files?${new URLSearchParams({ path }).toString()}`);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("load", () => resolve(answered(request.status, request.response)));
    request.addEventListener("error", () => {
      void isReadable(file).then((can) => resolve(can ? NO_ANSWER : CHANGED));
    });
    request.addEventListener("abort", () => reject(new DOMException("Given up", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** A browser refuses to send a file that is other than it was when it was chosen, and doesn't say so. */
async function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

const CHANGED = {
  ok: false,
  detail: "It was changed or removed after you chose it. Choose it again.",
  isCutOff: false,
  isConflict: false,
} as const;

/** Sends the server something as JSON, and answers what it says. */
export function post<T>(address: string, body: object): Promise<Answer<T>> {
  const headers = { "content-type": "application/json" };
  return ask(address, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Asks the server. Rejects when the request's own signal gives up. */
export async function ask<T>(address: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(address, init);
    return answered(response.status, await response.json());
  } catch {
    init.signal?.throwIfAborted();
    return NO_ANSWER;
  }
}

const NO_ANSWER = {
  ok: false,
  detail: "The server does not answer. Nothing was taken in; try again when it is back.",
  isCutOff: true,
  isConflict: false,
} as const;

/** Our own server's answer is believed to be of its type. */
function answered<T>(status: number, said: T & { detail?: string }): Answer<T> {
  if (status < 400) return { ok: true, value: said };
  const detail = said?.detail ?? `The server answered ${status}.`;
  return { ok: false, detail, isCutOff: false, isConflict: status === 409 };
}
