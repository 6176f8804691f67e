"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import styles from "./recall.module.css";

type Props = {
  text: string;
  onText: (text: string) => void;
  onShow: () => void;
  /** What the keys that end it do. */
  leadsTo?: string;
  /** After another question, where there is a keyboard: who types goes on typing. */
  takesFocus: boolean;
};

/** Where an answer is typed before it is looked up. */
export function TypeBox({ text, onText, onShow, leadsTo = SHOWS, takesFocus }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus && matchMedia("(hover: hover)").matches)
      box.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      box.current?.blur();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onShow();
    }
  }
  return (
    <div className={styles.box}>
      <label htmlFor="typed">Your answer</label>
      <textarea
        id="typed"
        ref={box}
        value={text}
        aria-describedby="typed-hint"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
      />
      <p id="typed-hint" className={styles.hint}>
        It stays in this browser. Ctrl+Enter or ⌘+Enter {leadsTo}, Escape leaves the box.
      </p>
    </div>
  );
}

const SHOWS = "shows the answer";
