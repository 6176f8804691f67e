import button from "@/components/ui/button.module.css";
import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { ALL_TOPICS, MOCK_BOUNDS, MOCK_START } from "@/lib/domain/mock";
import type { MockStart } from "@/lib/wire/mock";
import { EarlierMocks } from "./earlier-mocks";
import styles from "./mock.module.css";
import { UnderWay } from "./under-way-when-there";

/** What a mock interview is to be of, the one under way in this browser, and those that were held. */
export function MockStartPage({ interview, topics, questions, earlier, zone }: MockStart) {
  if (questions < MOCK_BOUNDS.questions.min)
    return (
      <Message
        title="Too few questions for a mock interview"
        links={[{ href: "/documents", text: "Add documents" }]}
      >
        It asks {MOCK_BOUNDS.questions.min} questions at the least, with answers to score them by:
        there {questions === 1 ? "is" : "are"} {questions}.
      </Message>
    );
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Mock interview</PageTitle>
      <h1>Mock interview</h1>
      <p className={styles.about}>
        A few questions asked cold, over different topics: the more a topic matters and the less you
        would recall of it, the likelier. You see no answer before the last; then you score each by
        its points, and the report says what you would give of all.
      </p>
      <UnderWay />
      <form action={`${MOCK_START}/begin`} className={styles.form}>
        <Numbers name="questions" label="Questions" {...MOCK_BOUNDS.questions} />
        <Numbers name="minutes" label="Minutes a question" {...MOCK_BOUNDS.minutes} />
        <label className={styles.field}>
          <span>Topics</span>
          <select name="topics">
            {interview !== null && <option value="">Those of {interview}, by importance</option>}
            <option value={ALL_TOPICS}>All topics alike</option>
            {topics.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <fieldset className={styles.field}>
          <legend>You answer</legend>
          <label>
            <input type="radio" name="way" value="say" defaultChecked /> aloud, recorded
          </label>
          <label>
            <input type="radio" name="way" value="type" /> typed
          </label>
        </fieldset>
        <label className={styles.check}>
          <input type="checkbox" name="counts" value="1" />
          <span>
            Let its grades count as reviews
            <small>Otherwise the schedule and the day’s limits stay as they are.</small>
          </span>
        </label>
        <button type="submit" className={`${button.go} ${button.large}`}>
          Draw the questions
        </button>
      </form>
      <EarlierMocks mocks={earlier} zone={zone} />
    </main>
  );
}

function Numbers({ name, label, min, max, usual }: NumbersOf) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        name={name}
        min={min}
        max={max}
        defaultValue={usual}
      />
      <small>
        {min} to {max}
      </small>
    </label>
  );
}

type NumbersOf = { name: string; label: string; min: number; max: number; usual: number };
