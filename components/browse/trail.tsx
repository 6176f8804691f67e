import Link from "next/link";
import styles from "./browse.module.css";

/** The way down to a page, topmost first. */
export function Trail({ topics }: { topics: { title: string; path: string }[] }) {
  return (
    <nav aria-label="Topics above" className={styles.trail}>
      <ol>
        <li>
          <Link href="/topics" prefetch={false}>
            Topics
          </Link>
        </li>
        {topics.map(({ title, path }) => (
          <li key={path}>
            <Link href={`/topics/${path}`} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
