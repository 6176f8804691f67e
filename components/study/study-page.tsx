import { Message } from "@/components/ui/message";
import { spokenTime } from "@/lib/domain/spoken-time";
import { StudySession, type StudySessionProps } from "./study-session";

type Props = Omit<StudySessionProps, "nothing"> & {
  nextDueAt: Date | null;
  now: Date;
  zone: string;
};

/** The next question, or when there will be one. */
export function StudyPage({ next, counts, nextDueAt, now, zone }: Props) {
  const nothing = nextDueAt ? (
    <Message title={`Nothing is due until ${spokenTime(nextDueAt, now, zone)}.`}>
      You have done what today asks for. What you learn now will come back when it is about to be
      forgotten.
    </Message>
  ) : (
    <Message
      title="There is nothing to study yet"
      links={[{ href: "/documents", text: "See what was taken in" }]}
    >
      Put Markdown documents with questions and answers into the content folder, and start Rehearse
      again.
    </Message>
  );
  return <StudySession next={next} counts={counts} nothing={nothing} />;
}
