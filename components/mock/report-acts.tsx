"use client";

import { useState } from "react";
import button from "@/components/ui/button.module.css";
import styles from "./mock.module.css";

/** What can be done with a report: copied as Markdown, printed. */
export function ReportActs({ markdown }: { markdown: string }) {
  const [said, setSaid] = useState("");
  function copy() {
    navigator.clipboard.writeText(markdown).then(
      () => setSaid("Copied."),
      () => setSaid("The browser refused: it was not copied."),
    );
  }
  return (
    <div className={styles.acts}>
      <button type="button" className={button.button} onClick={copy}>
        Copy as Markdown
      </button>
      <button type="button" className={button.button} onClick={() => print()}>
        Print
      </button>
      <p role="status" className={styles.hint}>
        {said}
      </p>
    </div>
  );
}
