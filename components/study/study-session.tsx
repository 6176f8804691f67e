"use client";

import { useState } from "react";
import { Answer } from "@/components/own-words/answer";
import { AnswerChange } from "@/components/own-words/answer-change";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import { OwnWordsEditors } from "@/components/own-words/own-words-editors";
import type { OwnWords, ShownText } from "@/lib/domain/own-words";
import type { QueueCounts } from "@/lib/domain/queue";
import { RATING_NAMES } from "@/lib/domain/rating";
import type { SessionItem } from "@/lib/domain/session";
import type { StudyScope } from "@/lib/domain/study-scope";
import type { Shown } from "@/lib/offline/session-items";
import type { StudySession as StudyData } from "@/lib/wire/session";
import { KeyList } from "./key-list";
import button from "@/components/ui/button.module.css";
import { OutboxNotice } from "@/components/ui/outbox-notice";
import { PageTitle } from "@/components/ui/page-title";
import { QuestionCard } from "./question-card";
import { SessionEnd } from "./session-end";
import styles from "./study.module.css";
import { useSession } from "./use-session";
import { useStudyKeys } from "./use-study-keys";

type Props = {
  wire: StudyData;
  scope: StudyScope;
  actions: OwnTextActions;
};

/** One question after the other, and at the end how it went. */
export function StudySession({ wire, scope, actions }: Props) {
  const { session, scheduling, outbox, exhausted, putAway, grade, undo, act } = useSession(
    wire,
    scope,
  );
  const [notice, setNotice] = useState("");
  // Written in this session: newer than what the session was given.
  const [written, setWritten] = useState<ReadonlyMap<string, OwnWords<ShownText>>>(new Map());
  const [listsKeys, setListsKeys] = useState(false);
  const { current, done, upcoming, returning } = session;
  const last = done.at(-1);

  const ownWordsOf = ({ questionId, shown }: SessionItem<Shown>) =>
    written.get(questionId) ?? shown.own;
  function takeBack() {
    if (!last) return;
    undo();
    setNotice("Taken back.");
  }
  function put(kind: "suspend" | "bury" | "flag" | "asked", said: string) {
    if (!current) return;
    act(kind, current.questionId);
    setNotice(said);
  }
  useStudyKeys({
    u: takeBack,
    s: () => put("suspend", "Suspended: it won't come up until you resume it on its own page."),
    z: () => put("bury", "Put off until tomorrow."),
    v: () => put("flag", "Flag changed."),
    w: () => put("asked", "Noted: you were asked this."),
    "?": () => setListsKeys(true),
  });

  const meanwhile = outbox.changed.find(({ reviewId }) => reviewId === last?.reviewId);
  const graded = last && `Graded ${RATING_NAMES[last.rating]}.`;
  const ahead = (current ? 1 : 0) + upcoming.length + returning.length;
  return (
    <>
      <PageTitle>Study</PageTitle>
      <aside className={styles.outcome} aria-label="This session">
        <p role="status">
          {[
            ...(notice ? [notice] : [graded, meanwhile?.notice]),
            ahead > 0 && leftText(ahead, done.length + putAway, wire.counts),
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
        {done.length > 0 && (
          <button type="button" className={button.button} aria-keyshortcuts="u" onClick={takeBack}>
            Undo
          </button>
        )}
      </aside>
      <OutboxNotice outbox={outbox} />
      {current ? (
        <QuestionCard
          key={`${current.questionId} ${done.length}`}
          question={current}
          scheduling={scheduling}
          takesFocus={done.length > 0}
          onGrade={(given) => {
            setNotice("");
            grade(current, given);
          }}
          answer={
            <>
              {current.shown.changed && <AnswerChange change={current.shown.changed} />}
              <Answer answerHtml={current.shown.answerHtml} own={ownWordsOf(current)} />
            </>
          }
          ownWords={
            <OwnWordsEditors
              questionId={current.questionId}
              own={ownWordsOf(current)}
              actions={actions}
              onOwn={(own) => setWritten((before) => new Map(before).set(current.questionId, own))}
            />
          }
        />
      ) : (
        <SessionEnd
          session={session}
          state={exhausted ? "done" : outbox.unsent > 0 ? "cut off" : "loading"}
          scope={scope}
          wire={wire}
          send={outbox.send}
        />
      )}
      {listsKeys && <KeyList onClose={() => setListsKeys(false)} />}
    </>
  );
}

/** What is left of today by the counts that the session began with. */
function leftText(
  ahead: number,
  done: number,
  { new: unseen, learning, review }: QueueCounts,
): string {
  const left = Math.max(ahead, unseen + learning + review - done);
  return `${left} left today.`;
}
