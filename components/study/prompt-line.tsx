"use client";

import { type RefObject, useState } from "react";
import { Prompt } from "@/components/ui/prose";
import styles from "./prompt-line.module.css";

type Props = {
  html: string;
  /** Once the answer is shown it is one line, which stays in sight, until it is opened again. */
  isLine: boolean;
  line: RefObject<HTMLDivElement | null>;
};

/** The prompt, whole while it is recalled, and then out of the way. */
export function PromptLine({ html, isLine, line }: Props) {
  const [isUnfolded, setIsUnfolded] = useState(false);
  if (!isLine)
    return (
      <div ref={line}>
        <Prompt html={html} />
      </div>
    );
  return (
    <div ref={line} className={styles.line} data-folded={!isUnfolded}>
      <Prompt html={html} />
      <button
        type="button"
        className={styles.turn}
        aria-label="The whole question"
        aria-expanded={isUnfolded}
        onClick={() => setIsUnfolded(!isUnfolded)}
      >
        <span aria-hidden="true">›</span>
      </button>
    </div>
  );
}
