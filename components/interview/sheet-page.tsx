import Link from "next/link";
import { CoreMark } from "@/components/own-words/core-mark";
import ink from "@/components/ui/ink.module.css";
import { LatelyMarks } from "@/components/ui/lately-marks";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { PartsBar } from "@/components/ui/parts-bar";
import { PrintButton } from "@/components/ui/print-button";
import { sheetAddress } from "@/lib/domain/sheet-address";
import { spokenDay } from "@/lib/domain/spoken-time";
import { recallText } from "@/lib/domain/topic";
import type { SheetQuestion, SheetTopic, SheetView } from "@/lib/wire/sheet";
import styles from "./sheet.module.css";

/** Key points to be read once more, a printed page a topic. */
export function SheetPage({ interview, topics, others, zone }: SheetView) {
  if (topics.length === 0)
    return (
      <Message
        title="There is nothing to print yet"
        links={[{ href: "/documents", text: "Add documents" }]}
      >
        Key points are taken from the answers of your documents.
      </Message>
    );
  const on = interview ? `on ${spokenDay(interview.at, zone)}` : "today";
  return (
    <main id="main" className={`${styles.sheet} ${ink.ink}`}>
      <PageTitle>Key points on a sheet</PageTitle>
      <header className={styles.head} data-on-screen>
        <h1>Key points on a sheet</h1>
        <p>
          A printed page a topic: {interview && "what matters most, and of that "}what you would
          recall least {on} comes first, as dark as you would recall it.
        </p>
        {others.length > 0 && <Others others={others} />}
        <PrintButton />
      </header>
      {topics.map((topic) => (
        <Topic key={topic.path} topic={topic} on={interview ? `${on}, ${interview.title}` : on} />
      ))}
    </main>
  );
}

function Others({ others }: Pick<SheetView, "others">) {
  return (
    <p>
      Topics that have a sheet of their own:{" "}
      {others.map(({ path, title }, i) => (
        <span key={path}>
          {i > 0 && ", "}
          <Link href={sheetAddress(path)} prefetch={false}>
            {title}
          </Link>
        </span>
      ))}
      .
    </p>
  );
}

function Topic({
  topic: { titles, figures, questions, beyond },
  on,
}: {
  topic: SheetTopic;
  on: string;
}) {
  return (
    <section className={styles.topic} aria-label={titles.join(" › ")}>
      <h2>{titles.join(" › ")}</h2>
      <PartsBar {...figures} />
      <p className={styles.figures}>
        {recallText(figures)} {on}
      </p>
      <ol className={styles.questions}>
        {questions.map((question) => (
          <Question key={question.id} {...question} />
        ))}
      </ol>
      {beyond > 0 && (
        <p className={styles.figures}>
          … and {beyond} more {beyond === 1 ? "question" : "questions"}
        </p>
      )}
    </section>
  );
}

function Question({ id, prompt, recall, ink: dark, points }: SheetQuestion) {
  return (
    <li>
      <h3>
        <Link href={`/questions/${id}`} prefetch={false}>
          {prompt}
        </Link>{" "}
        <span>{recall}</span>
      </h3>
      <ul data-ink={dark}>
        {points.map(({ id: point, text, core, lately, slipping }) => (
          <li key={point}>
            {text} {core && <CoreMark />} <LatelyMarks lately={lately} slipping={slipping} />
          </li>
        ))}
      </ul>
    </li>
  );
}
