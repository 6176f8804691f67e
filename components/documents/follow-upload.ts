import { type Answer, type AnswerOf, ask } from "@/lib/offline/ask";
import type { UploadWork } from "@/lib/wire/uploads";

const LOOK_EVERY_MS = 500;
/** A page that is being left learns of broken connections too: it is gone by then. */
const ASK_AGAIN_MS = 1000;

/**
 * Shows how far the server has come with an upload until it answers. Where the connection breaks and
 * the work goes on, it is asked again: who asks twice gets the same answer.
 */
export async function following<T>(
  id: string,
  asked: () => Promise<Answer<T>>,
  show: (work: UploadWork) => void,
): Promise<Answer<T>> {
  let isOver = false;
  async function look() {
    const state = await stateOf(id);
    if (!isOver && state.ok && "of" in state.value) show(state.value);
  }
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  try {
    for (;;) {
      const answer = await asked();
      if (answer.ok || answer.status !== null || !(await goesOn(id))) return answer;
    }
  } finally {
    isOver = true;
    clearInterval(looking);
  }
}

async function goesOn(id: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  const state = await stateOf(id);
  return state.ok && state.value.kind !== "here";
}

/** What the server says of an upload. */
export function stateOf(id: string): Promise<AnswerOf<"GET /api/uploads/[id]/state">> {
  return ask("GET /api/uploads/[id]/state", { id });
}
