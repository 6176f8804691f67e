import Link from "next/link";
import { listAddress } from "@/lib/domain/list-address";
import { LIST_ORDERS, type ListOrder } from "@/lib/domain/listed";
import { MARK_WORDS, MARKS } from "@/lib/domain/list-marks";
import type { NarrowedView } from "@/lib/wire/topics";
import { MarkIcon } from "./mark-icon";
import styles from "./marks.module.css";

/** What a list of topics or questions can be narrowed to and ordered by; and what its signs mean. */
export function ListFilter({ topic, by, marks }: NarrowedView & { topic: string | null }) {
  const there = MARKS.filter((mark) => marks[mark] > 0 || mark === by.is);
  return (
    <>
      <nav aria-label="Which questions">
        <ul className={styles.filter}>
          <li>
            <Choice href={listAddress(topic, { ...by, is: null })} isChosen={by.is === null}>
              All
            </Choice>
          </li>
          {there.map((mark) => (
            <li key={mark}>
              <Choice href={listAddress(topic, { ...by, is: mark })} isChosen={by.is === mark}>
                <MarkIcon mark={mark} /> {marks[mark]} {MARK_WORDS[mark]}
              </Choice>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label="In which order">
        <ul className={styles.filter}>
          {LIST_ORDERS.map((order) => (
            <li key={order}>
              <Choice href={listAddress(topic, { ...by, order })} isChosen={by.order === order}>
                {ORDER_NAMES[order]}
              </Choice>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

const ORDER_NAMES: Record<ListOrder, string> = {
  document: "As in the documents",
  due: "Due first",
  recall: "Least recalled first",
};

type ChoiceProps = { href: string; isChosen: boolean; children: React.ReactNode };

function Choice({ href, isChosen, children }: ChoiceProps) {
  return (
    <Link href={href} prefetch={false} scroll={false} aria-current={isChosen ? "true" : undefined}>
      {children}
    </Link>
  );
}
