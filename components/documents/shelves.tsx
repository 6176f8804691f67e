"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import styles from "./documents.module.css";
import rows from "./document-row.module.css";

type Shelf = "in use" | "away";
type Entry = { id: string; isAway: boolean; row: ReactNode };
type Keep = (id: string, shelf: Shelf) => void;

const KeepContext = createContext<Keep>(() => undefined);

/** Has a document stay where it is seen, with the way back, until the page is opened anew. */
export function useKeep(): Keep {
  return useContext(KeepContext);
}

/** The documents: those in use, and behind a fold those put away. */
export function Shelves({ entries, about }: { entries: Entry[]; about: string }) {
  const [kept, setKept] = useState<ReadonlyMap<string, Shelf>>(new Map());
  // Where it was seen first: it may be put away and brought back several times.
  const keep: Keep = (id, shelf) => setKept((before) => new Map([[id, shelf], ...before]));
  const on = (shelf: Shelf) =>
    entries.filter(({ id, isAway }) => (kept.get(id) ?? (isAway ? "away" : "in use")) === shelf);
  const [inUse, away] = [on("in use"), on("away")];
  return (
    <KeepContext value={keep}>
      {inUse.length > 0 && (
        <section aria-labelledby="in-use">
          <h2 id="in-use" tabIndex={-1}>
            In use
          </h2>
          {about !== "" && <p className={styles.facts}>{about}</p>}
          <List entries={inUse} />
        </section>
      )}
      {away.length > 0 && (
        <details className={styles.away}>
          <summary>
            <h2>Put away ({away.length})</h2>
          </summary>
          <List entries={away} />
        </details>
      )}
    </KeepContext>
  );
}

function List({ entries }: { entries: Entry[] }) {
  return (
    <ul className={rows.documents}>
      {entries.map(({ id, row }) => (
        <li key={id}>{row}</li>
      ))}
    </ul>
  );
}
