import { type Answer, ask } from "@/lib/offline/ask";
import { keepUpload } from "./kept-upload";
import type { Choice, ChosenFile } from "./chosen-files";
import { type Refused, sendFile } from "./upload-requests";

/** What may go at once; the server says the same. */
const MAX_BYTES = 100_000_000;

/** How much of an upload has gone. */
export type Sending = { files: number; sentBytes: number; bytes: number };

/** An upload that is with the server, but for what it refused. */
export type Sent = { id: string; refused: Refused[]; leftOut: string[] };

/** Why a choice can't be sent, in a sentence; null when it can. */
export function faultOf({ files, leftOut }: Choice): string | null {
  if (files.length === 0)
    return `${leftOut.length === 0 ? "There was no file in it." : "Nothing of it can be read here."} Choose Markdown files (.md), folders of them, or zip archives.`;
  const bytes = sizeOf(files);
  if (bytes <= MAX_BYTES) return null;
  return `These are ${sizeText(bytes)} together; ${sizeText(MAX_BYTES)} go at once. Choose fewer.`;
}

/**
 * Sends the files of an upload, some at once, then its archives one by one, so that what they hold
 * comes to a place that is known. One that is refused is told of, and the others go on; when the
 * server answers no more, nothing is sent any more. Rejects when `signal` gives up.
 */
export async function sendFiles(
  { files, leftOut }: Choice,
  signal: AbortSignal,
  show: (sending: Sending) => void,
): Promise<Answer<Sent>> {
  const begun = await ask("POST /api/uploads", {});
  if (!begun.ok) return begun.status === null ? CUT_OFF : begun;
  const { id } = begun.value;
  const sent: Sent = { id, refused: [], leftOut: [...leftOut] };
  signal.throwIfAborted();
  keepUpload({ ...sent, isSent: false });
  const sending = { files: files.length, sentBytes: 0, bytes: sizeOf(files) };
  show({ ...sending });
  const send = async (chosen: ChosenFile): Promise<typeof CUT_OFF | null> => {
    let gone = 0;
    const tell = (now: number) => {
      sending.sentBytes += now - gone;
      gone = now;
      show({ ...sending });
    };
    const answer = await sendFile(id, chosen, signal, tell);
    if (answer.ok) sent.leftOut.push(...answer.value.leftOut);
    else if (answer.status === null) return CUT_OFF;
    else sent.refused.push({ path: chosen.path, detail: answer.detail });
    sending.files -= 1;
    tell(chosen.file.size);
    return null;
  };
  const archives = files.filter(({ path }) => /\.zip$/i.test(path));
  const others = files.filter((file) => !archives.includes(file));
  const cutOff = (await untilFirst(others, AT_ONCE, send)) ?? (await untilFirst(archives, 1, send));
  if (cutOff) return cutOff;
  keepUpload({ ...sent, isSent: true });
  return { ok: true, value: sent };
}

/** As many requests as a browser has connections for to one server. */
const AT_ONCE = 6;

const CUT_OFF = {
  ok: false,
  status: null,
  detail: "The server does not answer. Nothing was added; try again when it is back.",
} as const;

/** Does work for each thing, some at once, and begins no more when one of them has an outcome. */
async function untilFirst<T, Outcome>(
  things: T[],
  atOnce: number,
  work: (thing: T) => Promise<Outcome | null>,
): Promise<Outcome | null> {
  const left = things.values();
  let isOver = false;
  const worker = async () => {
    for (const thing of left) {
      const outcome = isOver ? null : await work(thing);
      isOver ||= outcome !== null;
      if (outcome !== null) return outcome;
    }
    return null;
  };
  const outcomes = await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes.find((outcome) => outcome !== null) ?? null;
}

function sizeOf(files: ChosenFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0);
}

/** A size for people, rounded up: what is over a limit is told to be. */
export function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} KB`;
  return `${Math.ceil(bytes / 1e5) / 10} MB`;
}
