"use client";

import { createContext, type ReactNode, useContext, useRef } from "react";
import { UndoHint } from "@/components/study/undo-hint";
import { useLastAct } from "@/components/study/use-last-act";
import { usePageActs } from "@/components/study/use-page-acts";
import { useStudyKeys } from "@/components/study/use-study-keys";
import button from "@/components/ui/button.module.css";
import { useAlive } from "@/components/ui/use-alive";
import type { ActedOn, PageAct } from "@/lib/offline/act-on-question";
import styles from "./browse.module.css";

type Acts = { isBusy: boolean; put: (kind: PageAct, question: ActedOn) => void };

const ListActsContext = createContext<Acts | null>(null);

/** What is done in a list of questions, said above it, where it can be taken back. */
export function ListActs({ children }: { children: ReactNode }) {
  const { isBusy, notice, act, undo } = usePageActs();
  const last = useLastAct();
  const status = useRef<HTMLDivElement>(null);
  useStudyKeys({ u: () => undo(null) });

  function put(kind: PageAct, question: ActedOn) {
    act(kind, question);
    // The row goes, and its button with it.
    status.current?.focus();
  }
  return (
    <ListActsContext value={{ isBusy, put }}>
      <div ref={status} tabIndex={-1} className={styles.actions}>
        {last && (
          <button
            type="button"
            className={button.button}
            aria-keyshortcuts="u"
            disabled={isBusy}
            onClick={() => undo(null)}
          >
            Undo
          </button>
        )}
        <p role="status">
          {notice.text} {notice.canUndo && <UndoHint />}
        </p>
      </div>
      {children}
    </ListActsContext>
  );
}

/** Brings a question of the list back, or takes its flag off. */
export function ListAct({ kind, question, children }: ListActProps) {
  const acts = useContext(ListActsContext);
  const isAlive = useAlive();
  return (
    <button
      type="button"
      className={button.button}
      disabled={!isAlive || acts?.isBusy !== false}
      onClick={() => acts?.put(kind, question)}
    >
      {children}
      <span className="visually-hidden">: {question.name}</span>
    </button>
  );
}

type ListActProps = { kind: PageAct; question: ActedOn; children: ReactNode };
