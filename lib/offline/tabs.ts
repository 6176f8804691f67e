/** What a tab tells the others: something was done with this question here. */
type Told = { questionId: string; isGone: boolean };

// One for both directions: a message is not heard by the channel that sent it, but by any other, in
// this tab too.
let channel: BroadcastChannel | undefined;

function tabs(): BroadcastChannel {
  channel ??= new BroadcastChannel("rehearse");
  return channel;
}

/** Tells the learner's other tabs. `isGone`: it was graded or put away, and not taken back. */
export function tellTabs(told: Told): void {
  tabs().postMessage(told);
}

/** Listens to the other tabs until the function answered is called. */
export function onTold(hear: (told: Told) => void): () => void {
  const listen = ({ data }: MessageEvent<Told>) => hear(data);
  tabs().addEventListener("message", listen);
  return () => tabs().removeEventListener("message", listen);
}
