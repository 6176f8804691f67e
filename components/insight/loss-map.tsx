import Link from "next/link";
import { CAUSES } from "@/lib/domain/causes";
import type { MapCell, MapTopic } from "@/lib/domain/loss-map";
import { CAUSE_MEANS, CAUSE_WORDS, remedyFor } from "@/lib/domain/remedy";
import { recallPercent } from "@/lib/domain/topic";
import type { Box } from "@/lib/domain/treemap";
import { CauseSign } from "./cause-sign";
import styles from "./loss-map.module.css";

type Props = {
  topics: MapTopic[];
  /** Where to go on behind it. */
  after: string;
};

/** Topics by their parts: as large as they matter, as dark as they would be lost, with a sign for why. */
export function LossMap({ topics, after }: Props) {
  return (
    <>
      <a href={after} className={styles.skip}>
        Skip the map
      </a>
      <ul className={styles.map} aria-label="Topics by what is lost of them">
        {topics.map(({ path, title, box, cells }) => (
          <li key={path} className={styles.topic} style={placed(box)}>
            <p className={styles.name} title={title}>
              {title}
            </p>
            <ul className={styles.cells}>
              {cells.map((cell) => (
                <li key={`${cell.path} ${cell.title}`} style={placed(cell.box)}>
                  <Cell cell={cell} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Key />
    </>
  );
}

function Cell({ cell: { path, title, recall, shade, cause } }: { cell: MapCell }) {
  const remedy = cause ? remedyFor(cause, path) : { href: `/topics/${path}`, text: "Look at it" };
  const told = recall === null ? "graded today" : `${recallPercent(recall)}\u00a0%`;
  return (
    <Link
      href={remedy.href}
      prefetch={false}
      className={styles.cell}
      data-shade={shade}
      title={`${title}: ${told}${cause ? `, ${CAUSE_WORDS[cause]}` : ""}`}
    >
      <span className={styles.part} aria-hidden="true">
        {cause && <CauseSign cause={cause} />}
        <span>{title}</span>
      </span>
      <span className={styles.figure} aria-hidden="true">
        {told}
      </span>
      <span className="visually-hidden">
        {title}: {told}
        {recall !== null && " recall"}
        {cause && `, most of what is lost ${CAUSE_WORDS[cause]}`}. {remedy.text}
      </span>
    </Link>
  );
}

/** A map that is wider than high is laid on its side where the window is not. */
function placed({ left, top, width, height }: Box): Record<`--${string}`, string> {
  return { "--x": `${left}%`, "--y": `${top}%`, "--w": `${width}%`, "--h": `${height}%` };
}

function Key() {
  return (
    <ul className={styles.key} aria-label="What the map says">
      <li>Larger: matters more, by questions. Darker: more of it would be lost.</li>
      {CAUSES.map((cause) => (
        <li key={cause}>
          <CauseSign cause={cause} /> {CAUSE_WORDS[cause]}: {CAUSE_MEANS[cause]}
        </li>
      ))}
    </ul>
  );
}
