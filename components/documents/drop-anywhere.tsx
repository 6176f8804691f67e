"use client";

import { useEffect, useEffectEvent, useState } from "react";
import styles from "./add-documents.module.css";
import { type Choice, filesOfDrop } from "./chosen-files";

type Props = {
  /** Whether anything may come in now. A browser would leave the page for a file that is dropped. */
  isOpen: boolean;
  start: (choice: Choice) => Promise<void>;
};

/** Takes files wherever on the page they are dropped, and says so while they are held over it. */
export function DropAnywhere({ isOpen, start }: Props) {
  const [isOver, setIsOver] = useState(false);

  const onDrag = useEffectEvent((event: DragEvent) => {
    const { type, dataTransfer: held, relatedTarget } = event;
    if (!held?.types.includes("Files")) return;
    event.preventDefault();
    if (!isOpen) held.dropEffect = "none";
    if (type === "dragleave" && relatedTarget === null) setIsOver(false);
    if (type === "dragenter") setIsOver(isOpen);
    if (type !== "drop") return;
    setIsOver(false);
    if (isOpen) void filesOfDrop(held).then(start);
  });
  useEffect(() => {
    const leaving = new AbortController();
    for (const type of ["dragenter", "dragover", "dragleave", "drop"] as const)
      window.addEventListener(type, (event) => onDrag(event), leaving);
    return () => leaving.abort();
  }, []);
  return isOver && <p className={styles.over}>Drop them to see what is in them</p>;
}
