import type { ChosenWay } from "@/lib/domain/way";

let chosen: ChosenWay | null = null;

/** How the learner recalls since they chose it on this page, which may be newer than what the server said. */
export function chosenWay(said: ChosenWay): ChosenWay {
  return chosen ?? said;
}

/** Remembers it while the page is there, whatever the server makes of it. */
export function rememberWay(way: ChosenWay): void {
  chosen = way;
}
