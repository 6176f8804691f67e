"use client";

import { useSearchParams } from "next/navigation";
import { type ChangeEvent, useState } from "react";
import button from "@/components/ui/button.module.css";
import styles from "./add-documents.module.css";
import { ALL_ENDINGS } from "@/lib/domain/file-kinds";
import { type Choice, filesOfInput } from "./chosen-files";
import { FileChoice } from "./file-choice";
import { PasteText } from "./paste-text";

type Props = {
  problem: string | null;
  /** What became of the upload before. */
  notice?: string;
  start: (choice: Choice) => Promise<void>;
};

/** The ways in: files and archives, folders, a pasted text. Files are also dropped, wherever on the page. */
export function ChooseFiles({ problem, notice, start }: Props) {
  // An interview asked what no document has: see the page of what was asked.
  const asked = useSearchParams().get("question");
  const [pastes, setPastes] = useState(asked !== null);

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
        Markdown files, folders of them with their pictures, or zip archives, up to 100 MB
        <span className={styles.drops}>; you can drop them anywhere on this page</span>. You see
        what becomes of them before anything is added, and your files stay as they are.
      </p>
      {notice && <p role="status">{notice}</p>}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.ways}>
        <FileChoice
          className={button.go}
          accept={ALL_ENDINGS}
          multiple
          describedBy="add-hint"
          onChange={onChange}
        >
          Choose files
        </FileChoice>
        <FileChoice className={button.button} isFolder onChange={onChange}>
          Choose a folder
        </FileChoice>
        <button
          type="button"
          className={button.button}
          aria-expanded={pastes}
          onClick={() => setPastes(!pastes)}
        >
          Paste Markdown
        </button>
      </div>
      {pastes && <PasteText asked={asked} start={start} />}
    </>
  );
}
