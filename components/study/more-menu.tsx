"use client";

import button from "@/components/ui/button.module.css";
import { useAlive } from "@/components/ui/use-alive";
import { useDisclosure } from "@/components/ui/use-disclosure";
import styles from "./more-menu.module.css";

/** One thing that can be done, and its key; null where only the menu does it. */
export type MenuAct = { name: string; keyName: string | null; isOff?: boolean; run: () => void };

/** All that can be done with the question shown besides grading it: no key is without its button. */
export function MoreMenu({ acts }: { acts: readonly MenuAct[] }) {
  const { isOpen, toggle, close, place, opener } = useDisclosure<HTMLDivElement>();
  const isAlive = useAlive();

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
        onClick={toggle}
      >
        ⋯
      </button>
      <ul id="more" className={styles.acts} hidden={!isOpen}>
        {acts.map(({ name, keyName, isOff = false, run }) => (
          <li key={keyName ?? name}>
            <button
              type="button"
              aria-keyshortcuts={keyName ?? undefined}
              disabled={isOff}
              onClick={() => {
                // From its button the focus goes on to what comes: the next question, or a list.
                close();
                run();
              }}
            >
              {name}{" "}
              {keyName !== null && (
                <kbd aria-hidden="true" data-letter>
                  {keyName}
                </kbd>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
