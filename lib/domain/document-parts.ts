import type { Standing } from "./standing";

/** Questions of a topic that follow each other. */
export type Part = { topic: string; standings: Standing[] };

/** Questions in their document's order, parted where the topic changes. */
export function documentParts(standings: readonly Standing[]): Part[] {
  const parts: Part[] = [];
  for (const standing of standings) {
    const last = parts.at(-1);
    if (last?.topic === standing.topic) last.standings.push(standing);
    else parts.push({ topic: standing.topic, standings: [standing] });
  }
  return parts;
}
