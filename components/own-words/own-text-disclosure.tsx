"use client";

import { useEffect, useRef, useState } from "react";
import type { OwnTextKind, ShownText } from "@/lib/domain/own-words";
import type { OwnTextActions } from "./own-text-actions";
import styles from "./own-words.module.css";
import { TextEditor } from "./text-editor";

type Props = {
  questionId: string;
  kind: OwnTextKind;
  text: ShownText | null;
  actions: OwnTextActions;
  onSaved: (text: ShownText | null) => void;
  /** For who came here to write. */
  opensAtOnce?: boolean;
};

const NAMES = {
  answer: { label: "Your answer", write: "Write your own answer", edit: "Edit your answer" },
  note: { label: "Your note", write: "Write a note", edit: "Edit your note" },
};

/** A line that opens the editor of a learner's text. */
export function OwnTextDisclosure({ text, opensAtOnce = false, ...edited }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const { label, write, edit } = NAMES[edited.kind];

  useEffect(() => {
    if (opensAtOnce && details.current) details.current.open = true;
  }, [opensAtOnce]);

  return (
    <details
      ref={details}
      className={styles.disclosure}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary ref={summary}>{text ? edit : write}</summary>
      {isOpen && (
        <TextEditor
          {...edited}
          text={text}
          label={label}
          onLeave={() => summary.current?.focus()}
        />
      )}
    </details>
  );
}
