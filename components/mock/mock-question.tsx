"use client";

import { useEffect, useRef } from "react";
import { TypeBox } from "@/components/study/recall/parts";
import { useStudyKeys } from "@/components/study/use-study-keys";
import button from "@/components/ui/button.module.css";
import { Prompt } from "@/components/ui/prose";
import type { MockWay } from "@/lib/domain/mock";
import type { MockAnswer } from "@/lib/offline/mock-progress";
import type { MockItem } from "@/lib/wire/mock";
import { MockClock } from "./mock-clock";
import styles from "./mock.module.css";
import { useRecording } from "./use-recording";
import { useSpent } from "./use-spent";

type Props = {
  item: MockItem;
  answer: MockAnswer;
  /** `Question 2 of 6` */
  place: string;
  isLast: boolean;
  way: MockWay;
  limitMs: number;
  isSecondTap: () => boolean;
  /** Keeps what became of it so far. */
  onChange: (changed: Partial<MockAnswer>) => void;
  onDone: (spentMs: number) => void;
};

/** A question as an interviewer asks it: the prompt, the time, and the way on. */
export function MockQuestion({ item, answer, place, isLast, way, limitMs, ...props }: Props) {
  const page = useRef<HTMLElement>(null);
  const { spentMs, spent } = useSpent(answer.spentMs, (ms) => props.onChange({ spentMs: ms }));
  const trouble = useRecording(way === "say", item.questionId, (id) =>
    props.onChange({ recordings: [...answer.recordings, id] }),
  );
  useEffect(() => {
    scrollTo({ top: 0 });
    page.current?.focus({ preventScroll: true });
  }, []);

  function go() {
    if (!props.isSecondTap()) props.onDone(spent.current);
  }
  useStudyKeys({ " ": go, Enter: go });
  return (
    <main id="main" ref={page} tabIndex={-1} className={styles.asked} aria-label={place}>
      <div className={styles.place}>
        <p>{place}</p>
        <MockClock spentMs={spentMs} limitMs={limitMs} />
      </div>
      <Prompt html={item.promptHtml} />
      {way === "type" ? (
        <TypeBox
          text={answer.typed}
          onText={(typed) => props.onChange({ typed })}
          onShow={go}
          leadsTo="goes on"
          takesFocus
        />
      ) : (
        <p role="status" className={styles.hint}>
          {trouble === null ? "It is recorded, and stays in this browser." : TROUBLES[trouble]}
        </p>
      )}
      <div className={styles.bar} data-at-thumb>
        <button type="button" className={`${button.go} ${styles.next}`} onClick={go}>
          {isLast ? "That was the last: score them" : "Next question"}{" "}
          <kbd aria-hidden="true">{way === "type" ? "Ctrl+Enter" : "Space"}</kbd>
        </button>
      </div>
    </main>
  );
}

const TROUBLES = {
  unsupported: "This browser can’t record here. Say it all the same: the time runs.",
  refused: "The microphone was refused, so nothing is recorded. Say it all the same.",
  missing: "There is no microphone, so nothing is recorded. Say it all the same.",
  unkept: "What you say could not be kept. Say it all the same: the time runs.",
} as const;
