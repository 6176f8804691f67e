import { firstWordMs, type Level } from "@/lib/domain/first-word";

/** What was heard: null where nobody spoke, or a browser can't tell. */
export type Heard = { sound: Blob; firstWordMs: number | null };

/** A microphone that records. */
export type Microphone = { stop: () => Promise<Heard> };

/** Why nothing is recorded. */
export type NoMicrophone = "unsupported" | "refused" | "missing";

const LOOK_EVERY_MS = 50;

/** What is kept meanwhile lacks as much at its end. */
const PART_MS = 5_000;

/**
 * Begins to record. Asks the learner for the microphone where they have not said yet. `onPart` is
 * given what was recorded so far, every few seconds.
 */
export async function openMicrophone(
  onPart?: (soFar: Blob) => void,
): Promise<Microphone | NoMicrophone> {
  if (!canRecord()) return "unsupported";
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    return error instanceof DOMException && error.name === "NotAllowedError"
      ? "refused"
      : "missing";
  }
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => {
    parts.push(data);
    onPart?.(new Blob(parts, { type: recorder.mimeType }));
  });
  const ears = listenTo(stream);
  recorder.start(onPart && PART_MS);
  return {
    stop: async () => {
      const over = new Promise((resolve) => recorder.addEventListener("stop", resolve));
      if (recorder.state === "inactive") return { sound: new Blob(parts), firstWordMs: null };
      recorder.stop();
      await over;
      for (const track of stream.getTracks()) track.stop();
      return {
        sound: new Blob(parts, { type: recorder.mimeType }),
        firstWordMs: await ears.stop(),
      };
    },
  };
}

function canRecord(): boolean {
  // Neither is there on a page that came by plain HTTP from elsewhere.
  return "mediaDevices" in navigator && "MediaRecorder" in globalThis;
}

/** Looks at how loud it is until it is stopped, and then says when somebody began to speak. */
function listenTo(stream: MediaStream): { stop: () => Promise<number | null> } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const levels: Level[] = [];
  const begun = performance.now();
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    levels.push({ atMs: Math.round(performance.now() - begun), level: Math.sqrt(square) });
  }, LOOK_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await context.close();
      return firstWordMs(levels);
    },
  };
}
