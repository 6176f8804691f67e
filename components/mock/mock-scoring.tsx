"use client";

import { useEffect, useReducer, useRef } from "react";
import { Answer } from "@/components/own-words/answer";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import { GradeBar } from "@/components/study/grade-bar";
import { KeyPoints } from "@/components/study/key-points";
import { POINT_LETTERS } from "@/components/study/point-letters";
import { PromptLine } from "@/components/study/prompt-line";
import { TypedText } from "@/components/study/recall/parts";
import { useSuggested } from "@/components/study/recall/use-suggested";
import study from "@/components/study/study.module.css";
import { useAnswerInSight } from "@/components/study/use-answer-in-sight";
import { useRoom } from "@/components/study/use-room";
import { useStudyKeys } from "@/components/study/use-study-keys";
import button from "@/components/ui/button.module.css";
import { proposal } from "@/lib/domain/coverage";
import { type Assessment, assessment, mark, UNMARKED } from "@/lib/domain/marks";
import type { MockWay } from "@/lib/domain/mock";
import { tookText } from "@/lib/domain/mock-clock";
import { followUps } from "@/lib/domain/mock-follow-ups";
import type { Rating } from "@/lib/domain/rating";
import type { MockAnswer } from "@/lib/offline/mock-progress";
import type { MockItem } from "@/lib/wire/mock";
import { FollowUps } from "./follow-ups";
import styles from "./mock.module.css";
import { SaidAgain } from "./said-again";

/** How a question was scored. */
export type Score = {
  rating: Rating;
  assessed: Assessment | null;
  proposedRating: Rating | null;
  suggested: readonly string[];
};

type Props = {
  item: MockItem;
  answer: MockAnswer;
  /** `Score 2 of 6` */
  place: string;
  way: MockWay;
  limitMs: number;
  actions: OwnTextActions;
  isSecondTap: () => boolean;
  onScore: (score: Score) => void;
  /** Takes the grade before this one back; null for the first. */
  onBack: (() => void) | null;
};

/** What was said or typed to a question beside its points and its answer, and the grade that follows. */
export function MockScoring({ item, answer, place, way, limitMs, actions, ...props }: Props) {
  const { questionId, keyPoints: points, answerHtml, own } = item;
  const [marks, put] = useReducer(mark, UNMARKED);
  const suggested = useSuggested(answer.typed, item, way === "type");
  const proposed = proposal(points, marks);
  const head = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const answered = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo({ top: 0 });
  }, []);
  useAnswerInSight(true, { head, group, answer: answered });
  useRoom(line, bar, true);

  function score(rating: Rating) {
    props.onScore({
      rating,
      assessed: assessment(marks, points),
      proposedRating: proposed?.rating ?? null,
      suggested,
    });
  }
  function press(rating: Rating) {
    if (!props.isSecondTap()) score(rating);
  }
  const go = () => press(proposed?.rating ?? 3);
  const none = () => put({ kind: "none" });
  const letters = points.flatMap(({ id }, i): [string, () => void][] => {
    const letter = POINT_LETTERS[i];
    if (!letter) return [];
    return [
      [letter, () => put({ kind: "recalled", id })],
      [letter.toUpperCase(), () => put({ kind: "wrong", id })],
    ];
  });
  const back = () => !props.isSecondTap() && props.onBack?.();
  useStudyKeys({
    " ": go,
    Enter: go,
    u: back,
    ...Object.fromEntries(([1, 2, 3, 4] as const).map((rating) => [rating, () => score(rating)])),
    ...Object.fromEntries(letters),
    ...(points.length > 0 && {
      m: () => put({ kind: "rest", ids: points.map(({ id }) => id) }),
      n: none,
    }),
  });
  const outcomes = points.map(({ id, ...point }) => ({
    ...point,
    outcome: marks.given.get(id) ?? ("missed" as const),
  }));
  return (
    <main id="main" tabIndex={-1} className={study.study} aria-label={place}>
      <div ref={head} className={`${styles.place} ${styles.scoring}`}>
        <p>
          {place}: {item.topicPath.join(" › ")}, {tookText(answer.spentMs, limitMs)}
        </p>
        {props.onBack && (
          <button type="button" className={button.quiet} aria-keyshortcuts="u" onClick={back}>
            Score the one before again{" "}
            <kbd aria-hidden="true" data-letter>
              u
            </kbd>
          </button>
        )}
      </div>
      <PromptLine html={item.promptHtml} isLine line={line} />
      <div className={study.open}>
        <div className={study.side}>
          <div>
            {points.length > 0 && (
              <KeyPoints
                points={points}
                marks={marks}
                suggested={suggested}
                group={group}
                answer={answered}
                onTurn={(id) => put({ kind: "turn", id })}
                onTake={(ids) => put({ kind: "rest", ids })}
                onNone={none}
              />
            )}
            {proposed && (
              <FollowUps level={2} followUps={followUps(outcomes)} sibling={item.sibling} />
            )}
          </div>
        </div>
        <section ref={answered} tabIndex={-1} className={study.answer} aria-labelledby="answer">
          <div className={styles.said}>
            {way === "type" ? (
              <TypedText
                questionId={questionId}
                text={answer.typed}
                hasOwn={own.answer !== null}
                actions={actions}
                onKept={() => undefined}
              />
            ) : (
              <SaidAgain questionId={questionId} ids={answer.recordings} />
            )}
          </div>
          <Answer answerHtml={answerHtml} own={own} />
        </section>
      </div>
      <div ref={bar} className={study.bar} data-at-thumb>
        <GradeBar
          intervals={null}
          marked={points.length > 0 ? { points, marks } : null}
          proposal={proposed}
          group={group}
          onGrade={press}
        />
      </div>
    </main>
  );
}
