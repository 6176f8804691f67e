import Link from "next/link";
import button from "@/components/ui/button.module.css";
import type { Interview } from "@/lib/domain/interview";
import { spokenMoment } from "@/lib/domain/spoken-time";
import styles from "./interview.module.css";
import type { Press } from "./interview-page";

type Props = { interviews: Interview[]; now: Date; zone: string; putAway: Press };

/** Interviews that are over, or that another is prepared for before. */
export function OtherInterviews({ interviews, now, zone, putAway }: Props) {
  const isOver = ({ at, endedAt }: Interview) => endedAt !== null || at <= now;
  return (
    <section aria-labelledby="others">
      <h2 id="others">Other interviews</h2>
      {interviews.length === 0 && <p className={styles.about}>There are no others.</p>}
      <ul className={styles.others}>
        {interviews.map((interview) => {
          const { id, title, at } = interview;
          const over = isOver(interview);
          return (
            <li key={id}>
              <Link href={over ? `/interview/${id}/debrief` : `/interview/${id}`} prefetch={false}>
                {title}
              </Link>
              <span className={styles.figures}>
                {spokenMoment(at, zone)}; {over ? "over: say what was asked" : "not prepared for"}
              </span>
              <form action={putAway}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" className={button.quiet}>
                  Put away<span className="visually-hidden">: {title}</span>
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <p>
        <Link href="/interview/new" prefetch={false}>
          Add an interview
        </Link>
      </p>
    </section>
  );
}
