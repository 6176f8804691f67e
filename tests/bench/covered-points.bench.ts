// What the rule that suggests covered points is worth, on pairs of a point and a typed text that two
// readers labelled each for themselves, from documents that the rule was not made on; beside it, on the
// same pairs, the floor: every word of a point that says something counts alike.
import { readFileSync } from "node:fs";
import { coveredPoints } from "@/lib/domain/typed/covered-points";
import { sentencesOf } from "@/lib/domain/typed/words";

type Label = { a: boolean; b: boolean; agreed: boolean };
type Labelled = {
  id: string;
  source: string;
  prompt: string;
  answer: string;
  points: string[];
  typed: string;
  labels: Label[];
};
type LabelledSet = {
  sources: { name: string; licence: string; url: string }[];
  questions: Labelled[];
};
type Pair = Label & { question: string; point: string; ours: boolean; overlap: number };

/** Of the floor's words this share must stand in the text: the best of them is taken, by these very labels. */
const FLOORS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

const { sources, questions } = read("tests/bench/labelled-points.json");
const pairs = questions.flatMap(pairsOf);

console.log(
  `Points covered by a typed text: ${pairs.length} pairs of ${questions.length} texts, ${pairs.filter(({ agreed }) => agreed).length} covered`,
);
for (const { name, licence, url } of sources) console.log(`  from ${name} (${licence}, ${url})`);
console.log(
  `  two readers: the same ${percent(share(pairs, ({ a, b }) => a === b))}, Cohen's κ ${kappa(pairs).toFixed(3)}`,
);
tell("  ours", pairs, ({ ours }) => ours);
for (const half of [0, 1])
  tell(
    half === 0 ? "    every second text, from the first" : "    the others",
    questions.filter((_, i) => i % 2 === half).flatMap(pairsOf),
    ({ ours }) => ours,
  );
for (const floor of FLOORS)
  tell(`  floor, ${percent(floor)} of the words`, pairs, ({ overlap }) => overlap >= floor);
const wrong = pairs.filter(({ ours, agreed }) => ours && !agreed);
console.log(`  suggested, not covered (${wrong.length}):`);
for (const { question, point } of wrong) console.log(`    ${question}: ${point}`);

function pairsOf({ id, prompt, answer, points, typed, labels }: Labelled): Pair[] {
  const asked = { prompt, answer, points: points.map((text, i) => ({ id: i, text })) };
  const covered = new Set(coveredPoints(typed, asked));
  const said = keys(typed);
  return points.flatMap((point, i) => {
    const label = labels[i];
    const words = [...keys(point)];
    const overlap = words.filter((word) => said.has(word)).length / Math.max(1, words.length);
    return label ? [{ ...label, question: id, point, ours: covered.has(i), overlap }] : [];
  });
}

function keys(text: string): Set<string> {
  return new Set(sentencesOf(text).flatMap((words) => words.map(({ key }) => key)));
}

function tell(name: string, among: readonly Pair[], suggests: (pair: Pair) => boolean): void {
  const suggested = among.filter(suggests);
  const right = suggested.filter(({ agreed }) => agreed).length;
  const precision = right / suggested.length;
  const recall = right / among.filter(({ agreed }) => agreed).length;
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    `${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} (${suggested.length} of ${among.length} suggested)`,
  );
}

/** Agreement beyond what chance gives (Cohen 1960). */
function kappa(among: readonly Pair[]): number {
  const observed = share(among, ({ a, b }) => a === b);
  const [a, b] = [share(among, (pair) => pair.a), share(among, (pair) => pair.b)];
  const byChance = a * b + (1 - a) * (1 - b);
  return (observed - byChance) / (1 - byChance);
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length / all.length;
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function read(file: string): LabelledSet {
  const set: LabelledSet = JSON.parse(readFileSync(file, "utf8"));
  return set;
}
