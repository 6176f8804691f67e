"use client";

import { type FormEvent, useState } from "react";
import button from "@/components/ui/button.module.css";
import { type Choice, fileOfText } from "./chosen-files";
import { slug } from "@/lib/domain/topic";
import styles from "./add-documents.module.css";

const LONGEST_NAME = 60;

type Props = {
  /** A question to begin with. */
  asked: string | null;
  start: (choice: Choice) => Promise<void>;
};

/** A document as text, under a name that it will be known by. */
export function PasteText({ asked, start }: Props) {
  const [name, setName] = useState(asked === null ? "" : slug(asked).slice(0, LONGEST_NAME));
  const [text, setText] = useState(asked === null ? "" : `## ${asked}\n\n`);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void start(fileOfText(name.trim(), text));
  }
  return (
    <form className={styles.paste} onSubmit={onSubmit}>
      <label htmlFor="paste-name">Name</label>
      <input
        id="paste-name"
        ref={(field) => field?.focus()}
        required
        pattern=".*\S.*"
        autoComplete="off"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <label htmlFor="paste-text">Text</label>
      <textarea
        id="paste-text"
        required
        rows={10}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className={button.button}>
        Preview
      </button>
    </form>
  );
}
