"use client";

import { type ChangeEvent, type DragEvent, useState } from "react";
import { ACCEPTED, type Choice, filesOfDrop, filesOfInput } from "./chosen-files";
import styles from "./documents.module.css";
import { PasteText } from "./paste-text";

type Props = { problem: string | null; start: (choice: Choice) => Promise<void> };

/** Three ways in: files and archives, folders, a pasted text. All of them may also be dropped. */
export function ChooseFiles({ problem, start }: Props) {
  const [over, setOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void filesOfDrop(event.dataTransfer).then(start);
  }
  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    if (target.files) void start(filesOfInput(target.files));
    // So that the same choice made again is one.
    target.value = "";
  }
  return (
    <>
      <h2 id="add" tabIndex={-1}>
        Add documents
      </h2>
      <p className={styles.facts} id="add-hint">
        Markdown files, folders of them with their pictures, or zip archives, up to 100 MB. You see
        what becomes of them before anything is taken in; your files stay as they are.
      </p>
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <label className={styles.choose}>
          <input
            type="file"
            multiple
            accept={ACCEPTED}
            aria-describedby="add-hint"
            onChange={onChange}
          />
          Choose files
        </label>
        <label className={styles.choose}>
          {/* No input of React's knows the attribute that asks for a folder. */}
          <input
            type="file"
            ref={(input) => input?.setAttribute("webkitdirectory", "")}
            onChange={onChange}
          />
          Choose a folder
        </label>
        <span className={styles.orDrop}>or drop them here</span>
      </div>
      <PasteText start={start} />
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
