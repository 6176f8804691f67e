"use client";

import { useEffect, useRef } from "react";
import button from "@/components/ui/button.module.css";
import { SHARES } from "@/lib/domain/coverage";
import styles from "./key-list.module.css";

const ANSWERING = [
  ["Space, Enter", "show the answer; then give the grade that is marked"],
  ["1 2 3 4", "grade Again, Hard, Good, Easy"],
  ["a … l", "tick a key point; with Shift as said wrongly"],
  ["m, n", "tick the rest of them; none of them"],
  ["Ctrl+Enter, Escape", "in the box that you type in: show the answer; leave the box"],
] as const;

const ACTS = [
  ["u, Ctrl+Z", "take back what you did last, and then what you did before"],
  ["s", "suspend: leave this question out"],
  ["z", "put off until tomorrow"],
  ["v", "flag, or take the flag off"],
  ["w", "I was asked this"],
  ["?", "list these keys"],
] as const;

const GRADES = [
  ["Again", `less than ${percent(SHARES.recalled)} recalled`],
  ["Hard", `less than ${percent(SHARES.whole)}, a core point missed, or any said wrongly`],
  ["Good", "more; and where nothing is ticked"],
  ["Easy", "is yours alone to say"],
] as const;

/** The keys of a page, over it until closed; `answers`: a question can be answered on it. */
export function KeyList({ answers, onClose }: { answers: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.keys} aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">Keys</h2>
      <dl>
        {(answers ? [...ANSWERING, ...ACTS] : ACTS).map(([key, does]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {answers && (
        <>
          <h3>What ticks propose</h3>
          <p>Core points count double, and what was said wrongly as missed.</p>
          <dl>
            {GRADES.map(([grade, when]) => (
              <div key={grade}>
                <dt>{grade}</dt>
                <dd>{when}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <button type="button" className={button.button} onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}

function percent(share: number): string {
  return `${share * 100}\u00a0%`;
}
