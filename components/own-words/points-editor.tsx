"use client";

import button from "@/components/ui/button.module.css";
import styles from "./own-words.module.css";
import { usePointsEditor } from "./use-points-editor";

type Props = Parameters<typeof usePointsEditor>[0];

/** Where a learner rewords a question's points, stars, hides and adds some. */
export function PointsEditor(props: Props) {
  const { points, added, said, waits, isUnsaved, others, change, add, save, discard } =
    usePointsEditor(props);
  return (
    <div className={styles.editor}>
      <ol className={styles.points}>
        {points.map(({ id, text, core, hidden, given }, i) => (
          <li key={id}>
            <PointText
              name={`Point ${i + 1}`}
              text={text}
              onWrite={(to) => change(id, { text: to })}
            />
            <div className={styles.choices}>
              <Box
                name={`Core, point ${i + 1}`}
                is={core}
                onTick={(to) => change(id, { core: to })}
              >
                <span aria-hidden="true">★</span> Core
              </Box>
              <Box
                name={`Hide, point ${i + 1}`}
                is={hidden}
                onTick={(to) => change(id, { hidden: to })}
              >
                Hide
              </Box>
            </div>
            {given && given.text !== text && (
              <p className={styles.hint}>In the document: {given.text}</p>
            )}
          </li>
        ))}
        {added.map(({ text, core }, i) => (
          // Rows are only ever added at the end.
          <li key={`added ${i + 1}`}>
            <PointText
              name={`New point ${i + 1}`}
              text={text}
              onWrite={(to) => add(i, { text: to })}
            />
            <div className={styles.choices}>
              <Box
                name={`Core, new point ${i + 1}`}
                is={core}
                onTick={(to) => add(i, { core: to })}
              >
                <span aria-hidden="true">★</span> Core
              </Box>
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <button type="button" className={button.go} aria-disabled={waits} onClick={save}>
          Save points
        </button>
        {isUnsaved && (
          <button type="button" className={button.button} onClick={discard}>
            Discard
          </button>
        )}
        <p role="status" className={styles.said}>
          {said}
        </p>
      </div>
      {others && (
        <div role="group" aria-label="Saved elsewhere" className={styles.other}>
          <p>Saved elsewhere meanwhile:</p>
          <ul>
            {others.map(({ id, text, core, hidden }) => (
              <li key={id}>
                {text}
                {core && " (core)"}
                {hidden && " (hidden)"}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

type TextProps = { name: string; text: string; onWrite: (text: string) => void };

function PointText({ name, text, onWrite }: TextProps) {
  return (
    <textarea
      className={styles.point}
      aria-label={name}
      placeholder={name.startsWith("New") ? "Add a point" : undefined}
      rows={1}
      maxLength={300}
      value={text}
      onChange={(event) => onWrite(event.target.value)}
    />
  );
}

type BoxProps = {
  name: string;
  is: boolean;
  onTick: (is: boolean) => void;
  children: React.ReactNode;
};

function Box({ name, is, onTick, children }: BoxProps) {
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        aria-label={name}
        checked={is}
        onChange={(event) => onTick(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
