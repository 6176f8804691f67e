import { addressOf, answered, type AnswerOf, NO_ANSWER } from "@/lib/offline/ask";
import type { ChosenFile } from "./chosen-files";

/** A file that was not taken, and why. */
export type Refused = { path: string; detail: string };

const ROUTE = "PUT /api/uploads/[id]/files";

/** Sends a file, and says how many of its bytes have gone. Rejects when `signal` gives up. */
export function sendFile(
  id: string,
  { path, file }: ChosenFile,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<AnswerOf<typeof ROUTE>> {
  return new Promise((resolve, reject) => {
    // fetch says nothing of what has gone.
    const request = new XMLHttpRequest();
    request.open("PUT", addressOf(ROUTE, { id, path }));
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("load", () =>
      resolve(answered<typeof ROUTE>(request.status, request.response)),
    );
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
  // As a browser says of what it did not send.
  status: 0,
  detail: "It was changed or removed after you chose it. Choose it again.",
} as const;
