"use client";

import { useState } from "react";
import { Answer } from "@/components/own-words/answer";
import { AnswerChange } from "@/components/own-words/answer-change";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import { OwnWordsEditors } from "@/components/own-words/own-words-editors";
import button from "@/components/ui/button.module.css";
import { PageTitle } from "@/components/ui/page-title";
import { useOutbox } from "@/components/ui/use-outbox";
import { clockErrorText } from "@/lib/domain/clock-error";
import type { OwnWords, ShownText } from "@/lib/domain/own-words";
import { RATING_NAMES } from "@/lib/domain/rating";
import { type Act, grades, type OtherAct, type SessionItem } from "@/lib/domain/session";
import type { StudyScope } from "@/lib/domain/study-scope";
import type { Shown, WireSession } from "@/lib/offline/session-items";
import { KeyList } from "./key-list";
import { MoreMenu } from "./more-menu";
import { QuestionCard } from "./question-card";
import { SessionEnd } from "./session-end";
import styles from "./study.module.css";
import { useSecondTap } from "./use-second-tap";
import { useSession } from "./use-session";
import { useStudyKeys } from "./use-study-keys";

type Props = { wire: WireSession; scope: StudyScope; actions: OwnTextActions };

/** One question after the other, and at the end how it went. */
export function StudySession({ wire, scope, actions }: Props) {
  const { session, scheduling, now, trouble, open, grade, act, undo, ...heard } = useSession(
    wire,
    scope,
  );
  const { changed } = useOutbox();
  const [notice, setNotice] = useState("");
  // Written in this session: newer than what the session was given.
  const [written, setWritten] = useState<ReadonlyMap<string, OwnWords<ShownText>>>(new Map());
  const [listsKeys, setListsKeys] = useState(false);
  const { current, isOpen, acts, left, turn } = session;
  const [first] = useState(turn);
  const isSecondTap = useSecondTap({ turn, first, isOpen });

  const ownWordsOf = ({ questionId, shown }: SessionItem<Shown>) =>
    written.get(questionId) ?? shown.own;
  function takeBack() {
    const undone = undo();
    if (undone) setNotice(takenBack(undone));
  }
  function put(kind: OtherAct) {
    if (!current || isSecondTap()) return;
    act(current, kind);
    setNotice(saidOf(kind, current));
  }
  const others = {
    s: () => put("suspend"),
    z: () => put("bury"),
    v: () => put("flag"),
    w: () => put("asked"),
    u: takeBack,
    "?": () => setListsKeys(true),
  };
  useStudyKeys(others);
  const flag = current?.flagged ? "Take the flag off" : "Flag";

  const last = grades(session).at(-1);
  const meanwhile = changed.find(({ reviewId }) => reviewId === last?.id);
  const graded = last && `Graded ${RATING_NAMES[last.rating]}.`;
  const clock = clockErrorText(heard.clockErrorMs);
  return (
    <>
      <PageTitle>Study</PageTitle>
      <aside className={styles.outcome} aria-label="This session">
        <p role="status">
          {[
            ...(notice ? [notice] : [graded, meanwhile?.notice]),
            left > 0 && `${left} left today.`,
            clock,
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
        <div className={styles.acts}>
          {acts.length > 0 && (
            <button
              type="button"
              className={button.button}
              aria-keyshortcuts="u"
              onClick={() => !isSecondTap() && takeBack()}
            >
              Undo
            </button>
          )}
          {current && (
            <MoreMenu
              key={turn}
              acts={[
                { name: "Suspend", keyName: "s", run: others.s },
                { name: "Put off until tomorrow", keyName: "z", run: others.z },
                { name: flag, keyName: "v", run: others.v },
                { name: "I was asked this", keyName: "w", run: others.w },
                { name: "Undo", keyName: "u", run: others.u, isOff: acts.length === 0 },
                { name: "All keys", keyName: "?", run: others["?"] },
              ]}
            />
          )}
        </div>
      </aside>
      {current ? (
        <QuestionCard
          key={turn}
          question={current}
          isOpen={isOpen}
          now={now}
          scheduling={scheduling}
          takesFocus={turn !== first}
          isSecondTap={isSecondTap}
          onOpen={open}
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
          trouble={trouble}
          ahead={heard.wire}
          weakest={scope.weakest}
          now={now}
        />
      )}
      {listsKeys && <KeyList onClose={() => setListsKeys(false)} />}
    </>
  );
}

function saidOf(kind: OtherAct, { flagged }: SessionItem<Shown>): string {
  switch (kind) {
    case "suspend":
      return "Suspended: it won't come up until you resume it on its own page.";
    case "bury":
      return "Put off until tomorrow.";
    case "flag":
      return flagged ? "The flag is off this question." : "This question is flagged.";
    case "asked":
      return "Noted: you were asked this.";
  }
}

function takenBack({ kind, item }: Act<Shown>): string {
  switch (kind) {
    case "grade":
      return "Taken back.";
    case "suspend":
      return "Taken back: it is not suspended.";
    case "bury":
      return "Taken back: it is not put off.";
    case "flag":
      return `Taken back: this question is ${item.flagged ? "flagged" : "not flagged"}.`;
    case "asked":
      return "Taken back: you were not asked this.";
  }
}
