"use client";

import { useEffect, useRef, useState } from "react";
import button from "@/components/ui/button.module.css";
import { useAlive } from "@/components/ui/use-alive";
import styles from "./more-menu.module.css";

/** One thing that can be done, and its key. */
export type MenuAct = { name: string; keyName: string; isOff?: boolean; run: () => void };

/** All that can be done with the question shown besides grading it: no key is without its button. */
export function MoreMenu({ acts }: { acts: readonly MenuAct[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isAlive = useAlive();

  useEffect(() => {
    if (!isOpen) return undefined;
    function leave({ target }: Event) {
      if (target instanceof Node && !place.current?.contains(target)) setIsOpen(false);
    }
    function escape({ key }: KeyboardEvent) {
      if (key !== "Escape") return;
      setIsOpen(false);
      opener.current?.focus();
    }
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", escape);
    };
  }, [isOpen]);

  return (
    <div ref={place} className={styles.more}>
      <button
        ref={opener}
        type="button"
        className={`${button.button} ${styles.opener}`}
        aria-label="More"
        aria-expanded={isOpen}
        aria-controls="more"
        disabled={!isAlive}
        onClick={() => setIsOpen(!isOpen)}
      >
        ⋯
      </button>
      <ul id="more" className={styles.acts} hidden={!isOpen}>
        {acts.map(({ name, keyName, isOff = false, run }) => (
          <li key={keyName}>
            <button
              type="button"
              aria-keyshortcuts={keyName}
              disabled={isOff}
              onClick={() => {
                setIsOpen(false);
                // From here the focus goes on to what comes: the next question, or a list.
                opener.current?.focus();
                run();
              }}
            >
              {name}{" "}
              <kbd aria-hidden="true" data-letter>
                {keyName}
              </kbd>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
