import { useEffect, useState } from "react";
import { type AnswerOf, ask } from "@/lib/offline/ask";

const ROUTE = "GET /api/search";
const AT_MOST = 8;
/** Who types on is not asked for yet. */
const PAUSE_MS = 100;

/** What the server finds for what is typed, once it is not typed on; what came before until then. */
export function useFound(typed: string): AnswerOf<typeof ROUTE> | null {
  const [found, setFound] = useState<AnswerOf<typeof ROUTE> | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      ask(ROUTE, { q: typed, limit: AT_MOST }, giveUp.signal).then(setFound, () => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [typed]);
  return found;
}
