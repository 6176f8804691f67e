/** How loud a microphone was at a time: the mean amplitude, 0–1, so many ms after the countdown began. */
export type Level = { atMs: number; level: number };

/** Quieter than any speech, whatever the room. */
const SILENCE = 0.01;
/** So much louder than the room is a voice. */
const ABOVE_ROOM = 3;
/** The room is what is heard at first: nobody speaks sooner. */
const ROOM_MS = 250;
/** A knock is shorter. */
const VOICE_MS = 100;

/** When somebody began to speak, in ms; null where nobody did. */
export function firstWordMs(levels: readonly Level[]): number | null {
  const room = levels.filter(({ atMs }) => atMs < ROOM_MS).map(({ level }) => level);
  const quiet = room.length > 0 ? Math.min(...room) : 0;
  const voice = Math.max(SILENCE, quiet * ABOVE_ROOM);
  let since: number | null = null;
  for (const { atMs, level } of levels) {
    if (level < voice) since = null;
    else if (since === null) since = atMs;
    else if (atMs - since >= VOICE_MS) return since;
  }
  return null;
}
