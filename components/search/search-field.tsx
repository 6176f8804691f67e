"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { lazy, Suspense, useRef, useState } from "react";
import { searchAddress } from "@/lib/domain/search-address";
import styles from "./search.module.css";
import { useSearchKey } from "./use-search-key";

const load = () =>
  import("./as-you-type").then(
    ({ AsYouType: loaded }) => ({ default: loaded }),
    // Enter still leads to all that is found.
    () => ({ default: () => <></> }),
  );
const AsYouType = lazy(load);

/**
 * The field that finds anything, on every page; while a question is open it stands back until `/` is
 * pressed. What it needs besides is loaded when it gets the focus.
 */
export function SearchField() {
  const path = usePathname();
  const asked = useSearchParams().get("q");
  const shown = path === "/search" ? (asked ?? "") : "";
  // What was typed on one page is done with on the next.
  return <Field key={`${path} ${shown}`} shown={shown} />;
}

function Field({ shown }: { shown: string }) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  /** What is looked for as one types; empty while nothing is. */
  const [typed, setTyped] = useState("");
  const [isCalled, setIsCalled] = useState(false);
  const cameFrom = useSearchKey(field, () => setIsCalled(true));

  function leave() {
    setIsCalled(false);
    field.current?.blur();
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
  }
  return (
    <form
      role="search"
      action="/search"
      className={styles.search}
      data-called={isCalled}
      onSubmit={(event) => {
        event.preventDefault();
        setTyped("");
        router.push(searchAddress(field.current?.value ?? ""));
      }}
    >
      <div
        role="presentation"
        className={styles.around}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setTyped("");
        }}
      >
        <input
          ref={field}
          type="search"
          name="q"
          aria-label="Search"
          placeholder="Search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          defaultValue={shown}
          className={styles.field}
          onFocus={() => void load()}
          onInput={({ currentTarget }) => setTyped(currentTarget.value.trim())}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            if (typed === "") leave();
            else setTyped("");
          }}
        />
        <kbd aria-hidden="true" data-letter className={styles.key}>
          /
        </kbd>
        {typed !== "" && (
          <Suspense fallback={null}>
            <AsYouType typed={typed} field={field} onGo={() => setTyped("")} />
          </Suspense>
        )}
      </div>
    </form>
  );
}
