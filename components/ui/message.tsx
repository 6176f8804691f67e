import Link from "next/link";
import type { ReactNode } from "react";
import button from "./button.module.css";
import { PageTitle } from "./page-title";
import styles from "./message.module.css";

type Props = {
  title: string;
  children: ReactNode;
  links?: { href: string; text: string }[];
  action?: Action;
  /** Beside the action, a quiet one. */
  other?: Action;
};

type Action = { text: string; run: () => void };

/** A page that has one thing to say: what is so, and what to do next. */
export function Message({ title, children, links = [], action, other }: Props) {
  return (
    <main id="main" className={styles.message}>
      <PageTitle>{title}</PageTitle>
      <h1>{title}</h1>
      <p>{children}</p>
      {action && (
        <button type="button" className={button.go} onClick={action.run}>
          {action.text}
        </button>
      )}
      {other && (
        <button type="button" className={button.button} onClick={other.run}>
          {other.text}
        </button>
      )}
      {links.map(({ href, text }) => (
        <Link key={href} href={href} prefetch={false} className={button.go}>
          {text}
        </Link>
      ))}
    </main>
  );
}
