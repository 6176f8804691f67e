import Link from "next/link";
import button from "@/components/ui/button.module.css";
import { PageTitle } from "@/components/ui/page-title";
import { type Asked, WENT, type Went } from "@/lib/domain/debrief";
import { firstLine } from "@/lib/domain/first-line";
import { spokenMoment } from "@/lib/domain/spoken-time";
import type { DebriefView } from "@/lib/wire/interviews";
import styles from "./interview.module.css";
import type { Press } from "./interview-page";
import { MATTERS } from "./topics-ready";

type Props = DebriefView & { note: Press; takeBack: Press };

const WENT_TEXTS: Record<Went, string> = {
  well: "It went well",
  partly: "In part",
  badly: "Badly",
};

/** What was asked in an interview and how it went, and what that says for the next round. */
export function DebriefPage({ interview, asked, typed, found, zone, ...more }: Props) {
  const { id, title, at } = interview;
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{`What was asked: ${title}`}</PageTitle>
      <h1>What was asked?</h1>
      <p className={styles.about}>
        <Link href="/interview" prefetch={false}>
          {title}
        </Link>
        , {spokenMoment(at, zone)}
      </p>
      <AskedList asked={asked} interviewId={id} takeBack={more.takeBack} />
      <section aria-labelledby="known">
        <h2 id="known">A question of your documents</h2>
        <form method="get" className={`${styles.field} ${styles.wide}`}>
          <label htmlFor="asked-q">Find it by its words</label>
          <input id="asked-q" name="q" type="search" defaultValue={typed} />
          <div className={styles.acts}>
            <button type="submit" className={button.button}>
              Find
            </button>
          </div>
        </form>
        {typed !== "" && found.length === 0 && <p>No question says that. Note it below.</p>}
        <ul className={styles.others}>
          {found.map(({ questionId, prompt }) => (
            <li key={questionId}>
              <p className={styles.prompt}>{firstLine(prompt)}</p>
              <HowItWent note={more.note} interviewId={id} asked={{ questionId }} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="unknown">
        <h2 id="unknown">Something that no document has</h2>
        <form action={more.note} className={`${styles.field} ${styles.wide}`}>
          <input type="hidden" name="interviewId" value={id} />
          <label htmlFor="asked-text">What was asked</label>
          <textarea id="asked-text" name="text" rows={3} required maxLength={2000} />
          <Buttons />
        </form>
      </section>
      <NextRound id={id} {...more} />
    </main>
  );
}

type AskedListProps = { asked: Asked[]; interviewId: string; takeBack: Press };

function AskedList({ asked, interviewId, takeBack }: AskedListProps) {
  if (asked.length === 0) return <p>Nothing is noted yet.</p>;
  return (
    <ul className={styles.others}>
      {asked.map((one) => (
        <li key={one.id}>
          {one.questionId === null ? (
            one.text
          ) : (
            <Link href={`/questions/${one.questionId}`} prefetch={false}>
              {firstLine(one.prompt)}
            </Link>
          )}
          <span className={styles.figures}>
            {WENT_TEXTS[one.went]}
            {one.questionId === null && (
              <>
                ; no document has it:{" "}
                <Link href={`/documents?question=${encodeURIComponent(one.text)}`} prefetch={false}>
                  make it a question
                </Link>
              </>
            )}
          </span>
          <form action={takeBack}>
            <input type="hidden" name="interviewId" value={interviewId} />
            <input type="hidden" name="id" value={one.id} />
            <button type="submit" className={button.quiet}>
              Take back
              <span className="visually-hidden">
                : {one.questionId === null ? one.text : firstLine(one.prompt)}
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

type HowItWentProps = { note: Press; interviewId: string; asked: { questionId: string } };

function HowItWent({ note, interviewId, asked: { questionId } }: HowItWentProps) {
  return (
    <form action={note}>
      <input type="hidden" name="interviewId" value={interviewId} />
      <input type="hidden" name="questionId" value={questionId} />
      <Buttons />
    </form>
  );
}

/** How it went is the button that notes it. */
function Buttons() {
  return (
    <div className={styles.acts}>
      {WENT.map((went) => (
        <button key={went} type="submit" name="went" value={went} className={button.button}>
          {WENT_TEXTS[went]}
        </button>
      ))}
    </div>
  );
}

function NextRound({ id, next, titles }: Pick<DebriefView, "next" | "titles"> & { id: string }) {
  return (
    <section aria-labelledby="next">
      <h2 id="next">The next round</h2>
      <p className={styles.about}>
        {next.length === 0
          ? "All topics matter alike: note what was asked, and what went badly matters most."
          : "What went badly matters most, what went in part more, and nothing less than before:"}
      </p>
      <ul className={styles.others}>
        {next.map(({ topic, importance }) => (
          <li key={topic}>
            {(titles.get(topic) ?? [topic]).join(" › ")}
            <span className={styles.figures}>{MATTERS[importance]}</span>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Link href={`/interview/new?after=${id}`} prefetch={false} className={button.go}>
          Prepare for the next round
        </Link>
      </div>
    </section>
  );
}
