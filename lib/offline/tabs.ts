/** What a tab tells the others: this question was graded or put away here. */
type Told = { questionId: string };

// One for both directions: a message is not heard by the channel that sent it, but by any other, in
// this tab too.
let channel: BroadcastChannel | undefined;

function tabs(): BroadcastChannel {
  channel ??= new BroadcastChannel("rehearse");
  return channel;
}

/** Tells the learner's other tabs. */
export function tellTabs(questionId: string): void {
  tabs().postMessage({ questionId } satisfies Told);
}

/** Listens to the other tabs until the function answered is called. */
export function onTold(hear: (questionId: string) => void): () => void {
  const listen = ({ data }: MessageEvent<Told>) => hear(data.questionId);
  tabs().addEventListener("message", listen);
  return () => tabs().removeEventListener("message", listen);
}
