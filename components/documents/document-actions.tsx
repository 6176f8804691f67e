"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useState, useTransition } from "react";
import { documentAddress } from "@/lib/domain/document-address";
import { DOCUMENT_ENDINGS } from "@/lib/domain/file-kinds";
import { ask } from "@/lib/offline/ask";
import { useSay } from "@/components/ui/announcer";
import button from "@/components/ui/button.module.css";
import styles from "./document-row.module.css";
import { FileChoice } from "./file-choice";
import { useKeep } from "./keep-context";
import type { Row } from "./row-texts";
import { useOneUpload } from "./upload-context";

type Props = Pick<Row, "id" | "origin" | "name" | "path" | "retiredBy">;

/** What can be done with a document. One from the content folder is edited there. */
export function DocumentActions({ id, origin, name: title, path, retiredBy }: Props) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const { start } = useOneUpload();
  const keep = useKeep();
  const say = useSay();
  const isAway = retiredBy !== null;

  function toggle() {
    if (busy) return;
    startTransition(async () => {
      const done = await ask(`POST /api/documents/${isAway ? "restore" : "put-away"}`, { id });
      setProblem(done.ok ? null : done.detail);
      if (!done.ok) return;
      keep(id, isAway ? "away" : "in-use");
      say(`“${title}” is ${isAway ? "back" : "put away"}, with its questions.`);
      router.refresh();
    });
  }
  function replace({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    // Whatever the new file is called: it is this document's next version.
    if (file) void start({ files: [{ path, file }], leftOut: [] });
    target.value = "";
  }
  const name = <span className="visually-hidden"> {title}</span>;
  return (
    <div className={styles.actions}>
      {!isAway && (
        <Link href={documentAddress(id)} prefetch={false} className={button.quiet}>
          Read{name}
        </Link>
      )}
      {origin === "upload" && (
        <>
          <a href={`/api/documents/${id}/file`} className={button.quiet} download>
            Download{name}
          </a>
          <FileChoice className={button.quiet} accept={DOCUMENT_ENDINGS} onChange={replace}>
            Replace{name}
          </FileChoice>
        </>
      )}
      {retiredBy !== "source" && (
        // One button for both: who has just put something away stands on the way back.
        <button type="button" className={button.quiet} aria-disabled={busy} onClick={toggle}>
          {isAway ? "Restore" : "Put away"}
          {name}
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
