import { PageTitle } from "@/components/ui/page-title";
import type { InterviewFormView } from "@/lib/wire/interviews";
import styles from "./interview.module.css";
import { InterviewForm, type SaveInterview } from "./interview-form";
import { TopicsMatter } from "./topics-matter";

type Props = InterviewFormView & { save: SaveInterview; zone: string };

/** An interview as its learner says it: when, how much time there is, and what matters. */
export function InterviewFormPage({ id, isNew, fields, topics, save, zone }: Props) {
  const title = isNew ? "Add an interview" : "Change the interview";
  return (
    <main id="main" className={styles.page}>
      <PageTitle>{title}</PageTitle>
      <h1>{title}</h1>
      <InterviewForm id={id} fields={fields} save={save} zone={zone}>
        <TopicsMatter topics={topics} />
      </InterviewForm>
    </main>
  );
}
