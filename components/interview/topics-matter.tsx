import type { AskedTopic } from "@/lib/wire/interviews";
import styles from "./interview.module.css";

const TOPMOST = "1: matters";
const BELOW = "as the topic around it";

/** How much each topic matters: of the topmost, and opened of those in them. */
export function TopicsMatter({ topics }: { topics: AskedTopic[] }) {
  return (
    <fieldset className={styles.field}>
      <legend>How much does each topic matter?</legend>
      <p className={styles.hint}>
        What matters more comes first, and counts more. What does not matter is left out.
      </p>
      <Topics topics={topics} usual={TOPMOST} />
    </fieldset>
  );
}

function Topics({ topics, usual }: { topics: AskedTopic[]; usual: string }) {
  return (
    <ul className={styles.matters}>
      {topics.map((topic) => (
        <li key={topic.path}>
          <div className={styles.matter}>
            <label htmlFor={`importance:${topic.path}`}>{topic.title}</label>
            <Matters topic={topic} usual={usual} />
          </div>
          {topic.children.length > 0 && (
            <details open={topic.children.some(isSaid)}>
              <summary>
                Topics in <span className="visually-hidden">{topic.title}</span>
                <span aria-hidden="true">it ({topic.children.length})</span>
              </summary>
              <Topics topics={topic.children} usual={BELOW} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function isSaid({ importance, children }: AskedTopic): boolean {
  return importance !== null || children.some(isSaid);
}

function Matters({ topic, usual }: { topic: AskedTopic; usual: string }) {
  const name = `importance:${topic.path}`;
  return (
    <select id={name} name={name} defaultValue={topic.importance ?? ""}>
      <option value="">{usual}</option>
      <option value="0">0: does not matter</option>
      {usual === BELOW && <option value="1">{TOPMOST}</option>}
      <option value="2">2: matters more</option>
      <option value="3">3: matters most</option>
    </select>
  );
}
