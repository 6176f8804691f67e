"use client";

import { type FormEvent, useState } from "react";
import button from "@/components/ui/button.module.css";
import { type Choice, fileOfText } from "./chosen-files";
import styles from "./add-documents.module.css";

/** A document as text, under a name that it will be known by. */
export function PasteText({ start }: { start: (choice: Choice) => Promise<void> }) {
  const [name, setName] = useState("");
  const [text, setText] = useState("");

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
