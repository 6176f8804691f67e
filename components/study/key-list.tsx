"use client";

import { useEffect, useRef } from "react";
import button from "@/components/ui/button.module.css";
import styles from "./key-list.module.css";

const KEYS = [
  ["Space, Enter", "show the answer; then grade Good"],
  ["1 2 3 4", "grade Again, Hard, Good, Easy"],
  ["a … l", "tick a key point; m the rest of them"],
  ["u, Ctrl+Z", "take back what you did last"],
  ["s", "suspend: leave this question out"],
  ["z", "put off until tomorrow"],
  ["v", "flag, or take the flag off"],
  ["w", "I was asked this"],
  ["?", "list these keys"],
] as const;

/** All keys of the study page, over it until closed. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.keys} aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">Keys</h2>
      <dl>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className={button.button} onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
