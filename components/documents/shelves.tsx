"use client";

import { counted } from "@/lib/domain/counted";
import Link from "next/link";
import { useState } from "react";
import type { DocumentShelf, ShelfName as Name } from "@/lib/wire/documents";
import { DocumentRow } from "./document-row";
import rows from "./document-row.module.css";
import styles from "./documents.module.css";
import { type Keep, KeepContext } from "./keep-context";
import type { Row } from "./row-texts";

type Shelf = Omit<DocumentShelf, "documents"> & { rows: Row[] };

/** The documents: those in use, and behind folds those that ask nothing and those put away. */
export function Shelves({ shelves }: { shelves: Shelf[] }) {
  const [kept, setKept] = useState<ReadonlyMap<string, Name>>(new Map());
  // Where it was seen first: it may be put away and brought back several times.
  const keep: Keep = (id, name) => setKept((before) => new Map([[id, name], ...before]));
  const all = shelves.flatMap(({ name, rows: own }) => own.map((row) => ({ row, shelf: name })));
  const named = (name: Name) => {
    const shelf = shelves.find((one) => one.name === name) ?? { from: 0, total: 0, faulty: 0 };
    const here = all.filter(({ row, shelf: own }) => (kept.get(row.id) ?? own) === name);
    return { ...shelf, name, rows: here.map(({ row }) => row) };
  };
  const [inUse, without, away] = [named("in-use"), named("without"), named("away")];
  return (
    <KeepContext value={keep}>
      {inUse.rows.length > 0 && (
        <section aria-labelledby="in-use">
          <h2 id="in-use" tabIndex={-1}>
            In use
          </h2>
          {inUse.faulty > 0 && inUse.total > 1 && (
            <p className={styles.facts}>
              Problems in {counted(inUse.faulty, "document")}, shown first.
            </p>
          )}
          <List shelf={inUse} />
        </section>
      )}
      <Folded shelf={without} title="Without a question" isOpen={inUse.rows.length === 0} />
      <Folded shelf={away} title="Put away" isOpen={false} />
    </KeepContext>
  );
}

type Folded = { shelf: Shelf; title: string; isOpen: boolean };

function Folded({ shelf, title, isOpen }: Folded) {
  if (shelf.rows.length === 0) return null;
  return (
    <details className={styles.folded} open={isOpen || shelf.from > 0}>
      <summary id={shelf.name}>
        <h2>
          {title} ({Math.max(shelf.total, shelf.rows.length)})
        </h2>
      </summary>
      <List shelf={shelf} />
    </details>
  );
}

function List({ shelf: { name, rows: shown, from, total } }: { shelf: Shelf }) {
  const next = from + shown.length;
  const to = (place: number) => `/documents?shelf=${name}&from=${place}#${name}`;
  return (
    <>
      <ul className={rows.documents}>
        {shown.map((row) => (
          <li key={row.id}>
            <DocumentRow {...row} />
          </li>
        ))}
      </ul>
      {(from > 0 || next < total) && (
        <p className={`${styles.facts} ${styles.pager}`}>
          {from + 1} to {next} of {total}.{" "}
          {from > 0 && (
            <Link href={to(0)} prefetch={false}>
              The first
            </Link>
          )}{" "}
          {next < total && (
            <Link href={to(next)} prefetch={false}>
              The next
            </Link>
          )}
        </p>
      )}
    </>
  );
}
