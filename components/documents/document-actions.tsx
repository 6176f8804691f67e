"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useState, useTransition } from "react";
import styles from "./documents.module.css";
import { useOneUpload } from "./upload-context";
import { post } from "./upload-requests";

type Props = {
  id: string;
  origin: string;
  title: string;
  path: string;
  retiredBy: string | null;
};

/** What can be done with a document. One from the content folder is edited there. */
export function DocumentActions({ id, origin, title, path, retiredBy }: Props) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const { start } = useOneUpload();

  function act(name: "put-away" | "restore") {
    startTransition(async () => {
      const done = await post(`/api/documents/${name}`, { id });
      setProblem(done.ok ? null : done.detail);
      router.refresh();
    });
  }
  function replace({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    // Whatever the new file is called: it is this document's next version.
    if (file) void start({ files: [{ path, file }], leftOut: [] });
    target.value = "";
  }
  return (
    <div className={styles.actions}>
      {origin === "upload" && (
        <>
          <a href={`/api/documents/${id}/file`} className={styles.button} download>
            Download<span className="visually-hidden"> {title}</span>
          </a>
          <label className={styles.choose}>
            <input type="file" accept=".md,.markdown" onChange={replace} />
            Replace<span className="visually-hidden"> {title}</span>
          </label>
        </>
      )}
      {retiredBy === null && (
        <button
          type="button"
          className={styles.button}
          disabled={busy}
          onClick={() => act("put-away")}
        >
          Put away<span className="visually-hidden"> {title}</span>
        </button>
      )}
      {retiredBy === "learner" && (
        <button
          type="button"
          className={styles.button}
          disabled={busy}
          onClick={() => act("restore")}
        >
          Restore<span className="visually-hidden"> {title}</span>
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
