/** What a tab tells the others: something was done with this question here. */
type Told = { questionId: string; isGone: boolean };

// One for both directions: a message is not heard by the channel that sent it, but by any other, in
// this tab too.
const channels = new Map<string, BroadcastChannel>();

function tabs(name: "rehearse" | "rehearse-acts"): BroadcastChannel {
  const channel = channels.get(name) ?? new BroadcastChannel(name);
  channels.set(name, channel);
  return channel;
}

/** Tells the learner's other tabs. `isGone`: it was graded or put away, and not taken back. */
export function tellTabs(told: Told): void {
  tabs("rehearse").postMessage(told);
}

/** Listens to the other tabs until the function answered is called. */
export function onTold(hear: (told: Told) => void): () => void {
  const listen = ({ data }: MessageEvent<Told>) => hear(data);
  tabs("rehearse").addEventListener("message", listen);
  return () => tabs("rehearse").removeEventListener("message", listen);
}

/** Tells the learner's other tabs that what can be taken back is kept anew. */
export function tellOfActs(): void {
  tabs("rehearse-acts").postMessage(null);
}

/** Listens to that until the function answered is called. */
export function onActsTold(hear: () => void): () => void {
  tabs("rehearse-acts").addEventListener("message", hear);
  return () => tabs("rehearse-acts").removeEventListener("message", hear);
}
