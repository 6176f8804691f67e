import Link from "next/link";
import { shortLine } from "@/lib/domain/first-line";
import type { FollowUp } from "@/lib/domain/mock-follow-ups";
import type { ListedQuestion } from "@/lib/domain/question";
import styles from "./mock.module.css";

type Props = {
  heading: string;
  followUps: readonly FollowUp[];
  /** A question of a subtopic beside its own. */
  sibling: ListedQuestion | null;
};

/** What an interviewer would go on to: by what was missed, and beside it. */
export function FollowUps({ heading, followUps, sibling }: Props) {
  if (followUps.length === 0 && !sibling) return null;
  return (
    <div className={styles.followUps}>
      <h3>{heading}</h3>
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
