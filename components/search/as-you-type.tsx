"use client";

import Link from "next/link";
import type { RefObject } from "react";
import { searchAddress } from "@/lib/domain/search-address";
import { FoundItem } from "./found-item";
import { foundText } from "./found-text";
import { moveAmong, useArrowDown } from "./result-keys";
import styles from "./search.module.css";
import { useFound } from "./use-found";

type Props = { typed: string; field: RefObject<HTMLInputElement | null>; onGo: () => void };

/** What is found while one types: the first few, each a link, and the way to all of them. */
export function AsYouType({ typed, field, onGo }: Props) {
  const found = useFound(typed);
  useArrowDown(field);
  const text = found?.ok === false ? found.detail : found ? foundText(found.value) : "";
  return (
    <>
      <p role="status" className="visually-hidden">
        {text}
      </p>
      {found && (
        // The field keeps the focus, so that what is clicked is still there when it is.
        <div
          className={styles.results}
          data-results
          role="presentation"
          onMouseDown={(event) => event.preventDefault()}
          onKeyDown={(event) => moveAmong(event, field.current)}
          onClick={({ target }) => {
            if (target instanceof Element && target.closest("a")) onGo();
          }}
        >
          {found.ok && found.value.items.length > 0 ? (
            <>
              <ul className={styles.list}>
                {found.value.items.map((item) => (
                  <FoundItem key={item.questionId} item={item} />
                ))}
              </ul>
              <p className={styles.all}>
                <Link href={searchAddress(typed)} prefetch={false}>
                  All {text}
                </Link>
              </p>
            </>
          ) : (
            <p className={styles.none}>{text}.</p>
          )}
        </div>
      )}
    </>
  );
}
