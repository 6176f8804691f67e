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
import { shortLine } from "@/lib/domain/first-line";
import { turnsLeech } from "@/lib/domain/leech";
import { RATING_NAMES } from "@/lib/domain/rating";
import {
  type Graded,
  grades,
  isAtItsEnd,
  type OtherAct,
  type SessionItem,
} from "@/lib/domain/session";
import { leftText } from "@/lib/domain/session-words";
import type { RecallSettings } from "@/lib/domain/settings";
import type { StudyScope } from "@/lib/domain/study-scope";
import type { ChosenWay } from "@/lib/domain/way";
import { chosenWay, rememberWay } from "@/lib/offline/chosen-way";
import type { Shown, WireSession } from "@/lib/offline/session-items";
import { saidOf, takenBackText } from "./act-texts";
import { KeyList } from "./key-list-when-asked";
import { LeechNotice } from "./leech-notice";
import { LengthChoice } from "./length-choice";
import { MannerSwitch } from "./manner-switch";
import { MoreMenu } from "./more-menu";
import { QuestionCard } from "./question-card";
import type { SaveRecall } from "./save-recall";
import { SessionEnd } from "./session-end";
import { SessionScope } from "./session-scope";
import styles from "./study.module.css";
import { UndoHint } from "./undo-hint";
import { useEarlyAct } from "./use-early-act";
import { useLastAct } from "./use-last-act";
import { useSecondTap } from "./use-second-tap";
import { useSession } from "./use-session";
import { useSessionAddress } from "./use-session-address";
import { useStudyKeys } from "./use-study-keys";

type Props = {
  wire: WireSession;
  scope: StudyScope;
  actions: OwnTextActions & {
    chooseWay: (way: ChosenWay) => Promise<void>;
    saveRecall: SaveRecall;
  };
};

/** One question after the other, and at the end how it went. */
export function StudySession({ wire, scope, actions }: Props) {
  const { session, scheduling, now, trouble, open, grade, act, undo, ...heard } = useSession(
    wire,
    scope,
  );
  const { changed } = useOutbox();
  const last = useLastAct();
  const [notice, setNotice] = useState(NOTHING);
  // Written in this session: newer than what the session was given.
  const [written, setWritten] = useState<ReadonlyMap<string, OwnWords<ShownText>>>(new Map());
  const [way, setWay] = useState(() => scope.way ?? chosenWay(wire.settings.way));
  const [listsKeys, setListsKeys] = useState(false);
  // Chosen in this session: newer than what the server said.
  const [newer, setNewer] = useState<RecallSettings | null>(null);
  const recall = newer ?? heard.wire.settings;
  const { current, isOpen, acts, turn } = session;
  const [first] = useState(turn);
  const isPractice = scope.mode === "practice";
  const isBegun = acts.length > 0 || !current;
  const isOver = isAtItsEnd(session, now) && acts.length > 0;
  const isKept = isOver && grades(session).length > 0 && heard.knownChanges === session.changes;
  useSessionAddress({ id: heard.id, scope }, isKept);
  const isSecondTap = useSecondTap({ turn, first, isOpen });

  const ownWordsOf = ({ questionId, shown }: SessionItem<Shown>) =>
    written.get(questionId) ?? shown.own;
  function hear({ questionId }: SessionItem<Shown>, own: OwnWords<ShownText>) {
    setWritten((before) => new Map(before).set(questionId, own));
  }
  async function takeBack() {
    const taken = await undo();
    if (taken) setNotice({ text: takenBackText(taken.undone, taken.isShown), canUndo: false });
  }
  function put(kind: OtherAct, item = current) {
    if (!item || isSecondTap()) return;
    act(item, kind);
    setNotice({ text: saidOf(kind, item.flagged), canUndo: true });
  }
  function recallBy(chosen: ChosenWay) {
    setWay(chosen);
    rememberWay(chosen);
    actions.chooseWay(chosen).catch(() => {
      const text =
        "The server does not answer: you recall so on this page, until you choose again.";
      setNotice({ text, canUndo: false });
    });
  }
  const others = {
    s: () => put("suspend"),
    z: () => put("bury"),
    v: () => put("flag"),
    w: () => put("asked"),
    u: () => void takeBack(),
    "?": () => setListsKeys(true),
  };
  useStudyKeys(others);
  useEarlyAct();
  const flag = current?.flagged ? "Take the flag off" : "Flag";

  const graded = grades(session).at(-1);
  const meanwhile = changed.find(({ reviewId }) => reviewId === graded?.id);
  const leech = acts.at(-1) === graded && graded ? leechOf(graded) : null;
  const clock = clockErrorText(heard.clockErrorMs);
  return (
    <>
      <PageTitle>Study</PageTitle>
      <aside className={styles.outcome} aria-label="This session">
        <div className={styles.said}>
          <SessionScope scope={scope} topicTitle={heard.wire.topicTitle} />
          <p role="status">
            {[
              ...(notice.text
                ? [notice.text]
                : [
                    graded && `Graded ${RATING_NAMES[graded.rating]}.`,
                    leech && `Forgotten ${leech.lapses} times.`,
                    meanwhile?.notice,
                  ]),
              heard.takenTurn === turn && TAKEN,
              isOver && "This session is over.",
              leftText(session, now),
              clock,
            ]
              .filter(Boolean)
              .join(" ")}
            {notice.canUndo && (
              <>
                {" "}
                <UndoHint />
              </>
            )}
          </p>
        </div>
        <div className={styles.acts}>
          {!isBegun && <LengthChoice scope={scope} />}
          {last && (
            <button
              type="button"
              className={button.button}
              aria-keyshortcuts="u"
              onClick={() => !isSecondTap() && void takeBack()}
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
                { name: "Undo", keyName: "u", run: others.u, isOff: !last },
                { name: "Start over as new", keyName: null, run: () => put("reset") },
                { name: "List the keys", keyName: "?", run: others["?"] },
              ]}
            />
          )}
        </div>
      </aside>
      {leech && (
        <LeechNotice
          questionId={leech.item.questionId}
          name={`“${shortLine(leech.item.shown.prompt)}”`}
          lapses={leech.lapses}
        >
          <button
            type="button"
            className={button.button}
            onClick={() => !isSecondTap() && put("suspend", leech.item)}
          >
            Suspend it
          </button>
        </LeechNotice>
      )}
      {current ? (
        <QuestionCard
          key={turn}
          question={current}
          isOpen={isOpen}
          now={now}
          scheduling={isPractice ? null : scheduling}
          takesFocus={turn !== first}
          isSecondTap={isSecondTap}
          settings={recall}
          onOpen={open}
          chosen={way}
          onWay={recallBy}
          own={{
            has: ownWordsOf(current).answer !== null,
            actions,
            onKept: (answer) => hear(current, { ...ownWordsOf(current), answer }),
          }}
          onGrade={(given) => {
            setNotice(NOTHING);
            grade(current, given);
          }}
          answer={
            <>
              {current.shown.changed && <AnswerChange change={current.shown.changed} />}
              <Answer answerHtml={current.shown.answerHtml} own={ownWordsOf(current)} />
            </>
          }
          manner={<MannerSwitch recall={recall} save={actions.saveRecall} onChange={setNewer} />}
          ownWords={
            <OwnWordsEditors
              questionId={current.questionId}
              own={ownWordsOf(current)}
              actions={actions}
              onOwn={(own) => hear(current, own)}
            />
          }
        />
      ) : (
        <SessionEnd
          session={session}
          trouble={trouble}
          id={heard.id}
          scope={scope}
          ahead={heard.wire}
          now={now}
          onGoOn={heard.goOn}
        />
      )}
      {listsKeys && <KeyList answers onClose={() => setListsKeys(false)} />}
    </>
  );
}

const NOTHING = { text: "", canUndo: false };
const TAKEN = "The question before was dealt with elsewhere.";

/** The question of a grade that made it a leech, as it is now, and how often it was forgotten. */
function leechOf({ item, memory }: Graded<Shown>) {
  const before = item.memory.phase === "new" ? 0 : item.memory.lapses;
  const lapses = memory.phase === "new" ? 0 : memory.lapses;
  return turnsLeech(before, lapses) ? { item: { ...item, memory }, lapses } : null;
}
