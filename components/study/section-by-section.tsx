"use client";

import { useEffect, useRef, useState } from "react";
import button from "@/components/ui/button.module.css";
import { Prose } from "@/components/ui/prose";
import type { AnswerSection } from "@/lib/domain/answer-sections";
import styles from "./section-by-section.module.css";
import { useStudyKeys } from "./use-study-keys";

type Props = {
  sections: readonly AnswerSection[];
  isSecondTap: () => boolean;
  /** All of it was shown. */
  onWhole: () => void;
};

/** An answer a section at a time, each to be recalled before it is seen, beside an outline of all of them. */
export function SectionBySection({ sections, isSecondTap, onWhole }: Props) {
  const [shown, setShown] = useState(1);
  const last = useRef<HTMLDivElement>(null);
  const next = sections[shown];

  useEffect(() => {
    if (shown > 1) last.current?.scrollIntoView({ block: "start" });
    last.current?.focus({ preventScroll: true });
  }, [shown]);

  function go() {
    if (isSecondTap()) return;
    if (shown + 1 < sections.length) setShown(shown + 1);
    else onWhole();
  }
  useStudyKeys({ " ": go, Enter: go });

  return (
    <>
      <div className={styles.open}>
        <ol className={styles.outline} aria-label="Sections of the answer">
          {sections.map(({ title }, i) => (
            <li key={i} data-shown={i < shown} aria-current={i === shown ? "step" : undefined}>
              <Title title={title} />
              {i >= shown && <span className="visually-hidden">, to be recalled</span>}
            </li>
          ))}
        </ol>
        <div>
          {sections.slice(0, shown).map(({ html }, i) => (
            <div key={i} ref={i === shown - 1 ? last : undefined} tabIndex={-1}>
              <Prose html={html} />
            </div>
          ))}
        </div>
      </div>
      <div className={styles.bar} data-at-thumb>
        <button type="button" className={`${button.go} ${styles.next}`} onClick={go}>
          <span>
            Next: <Title title={next?.title ?? null} />
          </span>{" "}
          <kbd aria-hidden="true">Space</kbd>
        </button>
        <button type="button" className={button.button} onClick={onWhole}>
          Show all
        </button>
      </div>
    </>
  );
}

function Title({ title }: { title: string | null }) {
  if (title === null) return "The beginning";
  return <span dangerouslySetInnerHTML={{ __html: title }} />;
}
