"use client";

import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import { useSecondTap } from "@/components/study/use-second-tap";
import { mockAddress } from "@/lib/domain/mock";
import { keepMock, type MockAnswer, mockProgress } from "@/lib/offline/mock-progress";
import { outbox } from "@/lib/offline/outbox";
import { reviewEntry } from "@/lib/offline/session-entries";
import { tellTabs } from "@/lib/offline/tabs";
import type { MockRun } from "@/lib/wire/mock";
import { MockEnd } from "./mock-end";
import { MockIntro } from "./mock-intro";
import { MockQuestion } from "./mock-question";
import { MockScoring, type Score } from "./mock-scoring";

type Props = { run: MockRun; actions: OwnTextActions };

/** A mock interview: one question after the other, and after the last one each is scored. */
export function MockRunner({ run, actions }: Props) {
  const { mock, scope, items } = run;
  const limitMs = mock.minutes * 60_000;
  const [isBegun, setIsBegun] = useState(false);
  const [progress, setProgress] = useState(() =>
    mockProgress(
      mock.id,
      mockAddress(mock),
      items.map(({ questionId }) => questionId),
    ),
  );
  const latest = useRef(progress);
  const { answers } = progress;
  // Those that were scored before the page was opened are no part of it.
  const scoredBefore = mock.questions.length - answers.length;
  const placeOf = (i: number) => `${scoredBefore + i + 1} of ${mock.questions.length}`;
  const asked = answers.findIndex(({ endedAt }) => endedAt === null);
  const scored = answers.findIndex(({ reviewId }) => reviewId === null);
  const turn = asked === -1 ? answers.length + scored : asked;
  const [first] = useState(turn);
  const isSecondTap = useSecondTap({ turn, first, isOpen: false });

  function change(questionId: string, changed: Partial<MockAnswer>) {
    const next = {
      ...latest.current,
      answers: latest.current.answers.map((one) =>
        one.questionId === questionId ? { ...one, ...changed } : one,
      ),
    };
    latest.current = next;
    keepMock(next);
    setProgress(next);
  }
  function score(answer: MockAnswer, { assessed, suggested, ...given }: Score) {
    const { questionId } = answer;
    const item = items.find((one) => one.questionId === questionId);
    const said = { id: uuidv7(), questionId, at: answer.endedAt ?? new Date().toISOString() };
    if (!item) return;
    const entry = reviewEntry(said, {
      ...given,
      versionId: item.versionId,
      durationMs: answer.spentMs,
      mode: "mock",
      counts: mock.counts,
      recalledKeyPointIds: assessed?.recalledKeyPointIds ?? null,
      wrongKeyPointIds: assessed?.wrongKeyPointIds ?? null,
      cues: "none",
      way: mock.way,
      examiner: "self",
      suggestedKeyPointIds: mock.way === "type" ? [...suggested] : null,
      sessionId: mock.id,
      sessionScope: scope,
    });
    void outbox.add(entry);
    change(questionId, { reviewId: said.id });
    if (mock.counts) tellTabs({ questionId, isGone: true });
  }
  function takeBack(before: MockAnswer | undefined) {
    if (!before || before.reviewId === null) return;
    const [id, at] = [uuidv7(), new Date().toISOString()];
    const action = { id, kind: "undo" as const, at, reviewId: before.reviewId };
    void outbox.add({ id, kind: "action", action });
    change(before.questionId, { reviewId: null });
  }
  const isOver = asked === -1 && scored === -1;
  if (isOver) return <MockEnd id={mock.id} />;
  const answer = answers[asked === -1 ? scored : asked];
  const item = items.find(({ questionId }) => questionId === answer?.questionId);
  if (!answer || !item) return null;
  if (!isBegun) return <MockIntro mock={mock} answers={answers} onBegin={() => setIsBegun(true)} />;
  if (asked === -1)
    return (
      <MockScoring
        key={answer.questionId}
        item={item}
        answer={answer}
        place={`Score ${placeOf(scored)}`}
        way={mock.way}
        limitMs={limitMs}
        actions={actions}
        isSecondTap={isSecondTap}
        onScore={(given) => score(answer, given)}
        onBack={scored === 0 ? null : () => takeBack(answers[scored - 1])}
      />
    );
  return (
    <MockQuestion
      key={answer.questionId}
      item={item}
      answer={answer}
      place={`Question ${placeOf(asked)}`}
      isLast={asked === answers.length - 1}
      way={mock.way}
      limitMs={limitMs}
      isSecondTap={isSecondTap}
      onChange={(changed) => change(answer.questionId, changed)}
      onDone={(spentMs) =>
        change(answer.questionId, { spentMs, endedAt: new Date().toISOString() })
      }
    />
  );
}
