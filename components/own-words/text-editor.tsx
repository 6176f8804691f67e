"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { Prose } from "@/components/ui/prose";
import button from "@/components/ui/button.module.css";
import styles from "./own-words.module.css";
import { useTextEditor } from "./use-text-editor";

type Props = Parameters<typeof useTextEditor>[0] & {
  label: string;
  /** Where the focus goes when Escape leaves the text. */
  onLeave: () => void;
};

/** Where a learner writes a text in Markdown, looks at it, and saves it. */
export function TextEditor({ label, onLeave, ...edited }: Props) {
  const editor = useTextEditor(edited);
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const { html } = editor;
  const hint = `${edited.kind}-hint`;

  useEffect(() => {
    (html === null ? field : shown).current?.focus();
  }, [html]);

  function leave(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onLeave();
  }
  return (
    <div className={styles.editor}>
      {html === null ? (
        <>
          <textarea
            ref={field}
            className={styles.text}
            aria-label={label}
            aria-describedby={hint}
            rows={6}
            maxLength={20_000}
            value={editor.markdown}
            onChange={(event) => editor.write(event.target.value)}
            onKeyDown={leave}
          />
          <p id={hint} className={styles.hint}>
            Markdown, as in your documents. Empty removes it. Escape leaves the text.
          </p>
        </>
      ) : (
        <div ref={shown} tabIndex={-1} role="group" aria-label="Preview" className={styles.preview}>
          {html === "" ? <p>There is nothing yet.</p> : <Prose html={html} />}
        </div>
      )}
      <div className={styles.buttons}>
        <button
          type="button"
          className={button.go}
          aria-disabled={editor.waits}
          onClick={editor.save}
        >
          Save
        </button>
        {html === null ? (
          <button type="button" className={button.button} onClick={editor.preview}>
            Preview
          </button>
        ) : (
          <button type="button" className={button.button} onClick={editor.goOnWriting}>
            Go on writing
          </button>
        )}
        {editor.isUnsaved && (
          <button type="button" className={button.button} onClick={editor.discard}>
            Discard
          </button>
        )}
        <p role="status" className={styles.said}>
          {editor.said}
        </p>
        {editor.earlier !== null && (
          <button type="button" className={button.button} onClick={editor.bringBack}>
            Bring the earlier text back
          </button>
        )}
      </div>
      {editor.other && (
        <div role="group" aria-label="Saved elsewhere" className={styles.other}>
          <p>Saved elsewhere meanwhile. Saving again replaces it by yours.</p>
          <Prose html={editor.other.html} />
          <button type="button" className={button.button} onClick={editor.joinOther}>
            Add it to mine
          </button>
        </div>
      )}
    </div>
  );
}
