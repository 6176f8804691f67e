import Link from "next/link";
import { shortLine } from "@/lib/domain/first-line";
import type { FollowUp } from "@/lib/domain/mock-follow-ups";
import type { ListedQuestion } from "@/lib/domain/question";
import styles from "./mock.module.css";

type Props = {
  /** Of its heading, on the page. */
  level: 2 | 4;
  followUps: readonly FollowUp[];
  /** A question of a subtopic beside its own. */
  sibling: ListedQuestion | null;
};

/** What an interviewer would go on to: by what was missed, and beside it. */
export function FollowUps({ level, followUps, sibling }: Props) {
  if (followUps.length === 0 && !sibling) return null;
  const Heading = `h${level}` as const;
  return (
    <div className={styles.followUps}>
      <Heading>They would ask next</Heading>
      <ul>
        {followUps.map(({ asks, because }) => (
          <li key={because}>
            <strong>{asks}</strong> {because}
          </li>
        ))}
        {sibling && (
          <li>
            <Link href={`/questions/${sibling.id}`} prefetch={false}>
              {shortLine(sibling.prompt)}
            </Link>{" "}
            From {sibling.topicPath.at(-1)}, beside it.
          </li>
        )}
      </ul>
    </div>
  );
}
