"use client";

import { counted } from "@/lib/domain/counted";
import { useEffect, useRef, useState } from "react";
import button from "@/components/ui/button.module.css";
import { Prose } from "@/components/ui/prose";
import { ask } from "@/lib/offline/ask";
import type { PreviewedQuestion, PreviewedQuestions as Shown } from "@/lib/wire/uploads";
import styles from "./preview.module.css";

/** The questions of a document of an upload, fetched when they are wanted, a few at a time. */
export function PreviewedQuestions({ upload, path }: { upload: string; path: string }) {
  const [shown, setShown] = useState<Shown>({ items: [], next: 0 });
  const [problem, setProblem] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const seen = useRef(0);
  const count = shown.items.length;

  // The first of those that came is read next: the button goes when all are there.
  useEffect(() => {
    const first = list.current?.children.item(seen.current);
    seen.current = count;
    if (first instanceof HTMLElement) first.focus();
  }, [count]);

  async function more() {
    const from = shown.next ?? 0;
    const page = await ask("GET /api/uploads/[id]/questions", { id: upload, path, from });
    setProblem(page.ok ? null : page.detail);
    if (page.ok) setShown({ ...page.value, items: [...shown.items, ...page.value.items] });
  }
  return (
    <>
      <ol ref={list} className={styles.questions}>
        {shown.items.map((question) => (
          <li key={question.line} tabIndex={-1}>
            <Question {...question} />
          </li>
        ))}
      </ol>
      {problem && <p role="alert">{problem}</p>}
      {shown.next !== null && (
        <button
          type="button"
          className={`${button.button} ${styles.next}`}
          onClick={() => void more()}
        >
          {count === 0 ? "Show the questions" : "Show more"}
        </button>
      )}
    </>
  );
}

function Question({
  number,
  line,
  topicPath,
  promptHtml,
  answerHtml,
  keyPoints,
}: PreviewedQuestion) {
  return (
    <article className={styles.question}>
      <p className={styles.facts}>
        {number === null ? "Line" : `Question ${number}, line`} {line}, in {topicPath.join(" › ")}
      </p>
      <Prose html={promptHtml} />
      {answerHtml === null ? (
        <p className={styles.facts}>The document has no answer to it.</p>
      ) : (
        <details>
          <summary>
            Answer{keyPoints.length > 0 && `, ${counted(keyPoints.length, "key point")}`}
          </summary>
          {keyPoints.length > 0 && (
            <ul className={styles.points} aria-label="Key points">
              {keyPoints.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <Prose html={answerHtml} />
        </details>
      )}
    </article>
  );
}
