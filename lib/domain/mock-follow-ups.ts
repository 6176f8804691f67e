import type { MockPoint } from "./mock-score";

/** What would be asked next, and why: `What breaks first?` `You did not mention fencing.` */
export type FollowUp = { asks: string; because: string };

type AskedPoint = MockPoint & { section?: string | null };

/** As many are asked to a question. */
const MOST = 2;

/**
 * What an interviewer would ask next, by what was said wrongly and what was missed: first the wrong,
 * then the core points, then the others in their order.
 */
export function followUps(points: readonly AskedPoint[]): FollowUp[] {
  const open = points
    .filter(({ outcome }) => outcome !== "recalled")
    .toSorted((a, b) => urgency(a) - urgency(b));
  const asked: FollowUp[] = [];
  for (const point of open.slice(0, MOST)) {
    const name = shortPoint(point.text);
    const taken = new Set(asked.map(({ asks }) => asks));
    asked.push(
      point.outcome === "wrong"
        ? { asks: "Are you sure?", because: `Look again at what you said of “${name}”.` }
        : { asks: askedOf(point, taken), because: `You did not mention “${name}”.` },
    );
  }
  return asked;
}

function urgency({ outcome, core }: MockPoint): number {
  if (outcome === "wrong") return 0;
  return core ? 1 : 2;
}

/** What a point is about says what is asked of it; the first that fits. */
const ASKED: readonly [about: RegExp, asks: string][] = [
  [
    /\b(fail|failover|outage|crash|partition|split.?brain|fenc|timeout|retr(y|ies)|unavailab)/i,
    "What breaks first?",
  ],
  [/\b(cost|pric|bill|budget|expens|cheap)/i, "What does that cost?"],
  [
    /\b(secur|iam|polic|permission|encrypt|access|credential|secret|attack|auth)/i,
    "Who could still get in?",
  ],
  [
    /\b(scal|throughput|latency|load|shard|capacity|hot.?spot|queue)/i,
    "What happens at ten times the load?",
  ],
  [
    /\b(monitor|alert|metric|log(s|ging)?|trac(e|ing)|audit|observ|detect)/i,
    "How would you notice?",
  ],
  [
    /\b(deploy|migrat|roll.?out|rollback|upgrade|release|canary)/i,
    "How would you roll it out, and back?",
  ],
  [
    /\b(consisten|transaction|idempoten|order(ing)?|duplicate|concurren|lock)/i,
    "What if two of them do it at once?",
  ],
  [/\b(trade.?off|instead|rather|versus|vs|alternativ|choose)/i, "Why not the other way?"],
  [/\b(test|verif|validat|simulat)/i, "How do you know that it works?"],
];

/** What nothing else is asked of. */
const OTHERWISE = ["What would be missing without it?", "Why does that matter here?"] as const;

function askedOf(point: AskedPoint, taken: ReadonlySet<string>): string {
  const { text, section } = point;
  const fits = [text, section ?? ""].flatMap((said) => ASKED.filter(([about]) => about.test(said)));
  const asks = [...fits.map(([, one]) => one), ...OTHERWISE];
  return asks.find((one) => !taken.has(one)) ?? OTHERWISE[0];
}

/** What a point begins with: its bold or named part, or as much of it as is said in a breath. */
export function shortPoint(text: string): string {
  const [head = text] = text.split(/:\s|\s[–—-]\s|\.\s|;\s/);
  const words = head.split(/\s+/);
  return words.length <= MOST_WORDS
    ? head.replace(/[.:;,]$/, "")
    : `${words.slice(0, MOST_WORDS).join(" ")} …`;
}

const MOST_WORDS = 9;
