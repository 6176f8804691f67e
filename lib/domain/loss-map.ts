import { CAUSES, type Cause, type Weakness } from "./causes";
import { readinessOf } from "./readiness";
import { sumOfFigures, type TopicFigures, type TopicNode } from "./topic";
import { type Box, treemap } from "./treemap";

/** A topic on the map, with what lies in it. */
export type MapTopic = { path: string; title: string; box: Box; cells: MapCell[] };

/** A part of a topic: as large as it matters, as dark as it would be lost. */
export type MapCell = {
  path: string;
  title: string;
  box: Box;
  /** Recall of its questions, 0–1, as it is told everywhere; null where it can't be told. */
  recall: number | null;
  /** How dark it is: 0 where nearly all would be recalled, to 4. */
  shade: Shade;
  /** By what most is lost; null where it is as firm as is wanted. */
  cause: Cause | null;
};

export type Shade = 0 | 1 | 2 | 3 | 4;

/** From which loss on a part has a shade. */
const SHADES: readonly [Shade, number][] = [
  [4, 0.7],
  [3, 0.4],
  [2, 0.2],
  [1, 0.1],
];

const MOST_TOPICS = 12;
const MOST_CELLS = 30;
/** Of a topic's box, which its title takes some of, and of the whole map. */
const ASPECT = 1.6;

type Leaf = { path: string; title: string; figures: TopicFigures; lost: Record<Cause, number> };

/**
 * Topics by their parts, each as large as it matters: the largest of them, what is small of a topic
 * together. Nothing that does not matter.
 */
export function lossMap(
  topics: readonly TopicNode[],
  weaknessIn: (path: string) => Weakness | null,
): MapTopic[] {
  const shown = topics
    .filter(({ weighed }) => weighed.weight > 0)
    .toSorted((a, b) => b.weighed.weight - a.weighed.weight)
    .slice(0, MOST_TOPICS);
  const whole = shown.reduce((sum, { weighed }) => sum + weighed.weight, 0);
  const boxes = treemap(
    shown.map(({ weighed }) => weighed.weight),
    ASPECT,
  );
  return shown.flatMap((topic, i) => {
    const box = boxes[i];
    if (!box) return [];
    const most = Math.max(1, Math.round((MOST_CELLS * topic.weighed.weight) / whole));
    const leaves = fewer(leavesOf(topic, weaknessIn), most, topic);
    const aspect = (ASPECT * box.width) / box.height;
    const within = treemap(
      leaves.map(({ figures }) => figures.weighed.weight),
      aspect,
    );
    const cells = leaves.flatMap((leaf, n) => {
      const own = within[n];
      return own ? [{ ...cellOf(leaf, topic), box: own }] : [];
    });
    return [{ path: topic.path, title: topic.title, box, cells }];
  });
}

/** What lies in a topic, down to what has questions of its own, the largest first. */
function leavesOf(topic: TopicNode, weaknessIn: (path: string) => Weakness | null): Leaf[] {
  const { children, path, title } = topic;
  const below = children.flatMap((child) => leavesOf(child, weaknessIn));
  const figures = rest(topic, sumOfFigures(children));
  const parts = weaknessIn(path)?.parts;
  const own = { path, title, figures, lost: byCause((cause) => parts?.[cause].lost ?? 0) };
  return [own, ...below]
    .filter((leaf) => leaf.figures.weighed.weight > 0)
    .toSorted((a, b) => b.figures.weighed.weight - a.figures.weighed.weight);
}

/** The figures of a topic's own questions: of recall alone, as a map tells them. */
function rest(all: TopicFigures, below: TopicFigures): TopicFigures {
  const less = (of: (figures: TopicFigures) => number) => of(all) - of(below);
  return {
    ...all,
    firm: less(({ firm }) => firm),
    shaky: less(({ shaky }) => shaky),
    unseen: less(({ unseen }) => unseen),
    recallSum: less(({ recallSum }) => recallSum),
    spread: less(({ spread }) => spread),
    weighed: {
      ...all.weighed,
      weight: less(({ weighed }) => weighed.weight),
      recall: less(({ weighed }) => weighed.recall),
      spread: less(({ weighed }) => weighed.spread),
      slope: less(({ weighed }) => weighed.slope),
    },
  };
}

/** The largest leaves, and the others of their topic as one. */
function fewer(leaves: Leaf[], most: number, { path, title }: TopicNode): Leaf[] {
  if (leaves.length <= most) return leaves;
  if (most === 1) return [{ path, title, ...joined(leaves) }];
  const others = leaves.slice(most - 1);
  const together = { path, title: `${others.length} more`, ...joined(others) };
  return [...leaves.slice(0, most - 1), together].toSorted(
    (a, b) => b.figures.weighed.weight - a.figures.weighed.weight,
  );
}

function joined(leaves: readonly Leaf[]): Pick<Leaf, "figures" | "lost"> {
  return {
    figures: sumOfFigures(leaves.map(({ figures }) => figures)),
    lost: byCause((cause) => leaves.reduce((sum, { lost }) => sum + lost[cause], 0)),
  };
}

function byCause(of: (cause: Cause) => number): Record<Cause, number> {
  const [unseen, forgotten] = [of("unseen"), of("forgotten")];
  return { unseen, forgotten, unstable: of("unstable"), "half-known": of("half-known") };
}

function cellOf(
  { path, title, figures, lost }: Leaf,
  { desiredRetention }: TopicNode,
): Omit<MapCell, "box"> {
  const recall = readinessOf(figures)?.readiness ?? null;
  const loss = recall === null ? 0 : 1 - recall;
  const shade = SHADES.find(([, least]) => loss >= least)?.[0] ?? 0;
  const [most] = CAUSES.toSorted((a, b) => lost[b] - lost[a]);
  const isFirm = recall !== null && recall >= desiredRetention;
  return { path, title, recall, shade, cause: isFirm || !most || lost[most] === 0 ? null : most };
}
