"use client";

import { useEffect, useRef } from "react";
import { ChooseFiles } from "./choose-files";
import { DropAnywhere } from "./drop-anywhere";
import { useOneUpload } from "./upload-context";
import { UploadPreview } from "./upload-preview";
import { UploadProgress } from "./upload-progress";
import { UploadTaken } from "./upload-taken";
import { UploadWork } from "./upload-work";

/** Where documents come in: chosen, sent, looked at, and then taken in or not. */
export function AddDocuments() {
  const upload = useOneUpload();
  const { state } = upload;
  const { kind } = state;
  const section = useRef<HTMLElement>(null);
  const shown = useRef(kind);

  // What was asked for is read next, also by a screen reader; on arrival nothing was.
  useEffect(() => {
    if (shown.current === kind) return;
    shown.current = kind;
    section.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [kind]);

  return (
    <section ref={section} aria-labelledby="add">
      <DropAnywhere isOpen={kind === "choosing" || kind === "taken"} start={upload.start} />
      {state.kind === "choosing" && <ChooseFiles {...state} start={upload.start} />}
      {state.kind === "sending" && <UploadProgress {...state} cancel={upload.cancel} />}
      {(state.kind === "reading" || state.kind === "storing") && (
        <UploadWork {...state} cancel={upload.cancel} />
      )}
      {state.kind === "preview" && <UploadPreview key={state.preview.id} {...state} {...upload} />}
      {state.kind === "taken" && <UploadTaken {...state} again={upload.again} />}
    </section>
  );
}
