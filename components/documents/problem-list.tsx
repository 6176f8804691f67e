import { lineOf, type Problem, type ProblemGroup, problemGroups } from "@/lib/domain/problem";
import styles from "./problem-list.module.css";

/** What is wrong in a document, and what to do. Many of a kind are told in one, with their places. */
export function ProblemList({ title, problems }: { title: string; problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label={`Problems in ${title}`}>
      {problemGroups(problems).map((group) => (
        <li key={`${group.problems[0]?.line} ${group.message}`}>
          <p className={styles.problem}>
            <strong>{headOf(group)}</strong> {group.message} {group.remedy}
          </p>
          {group.problems.length > 1 && <Places problems={group.problems} />}
        </li>
      ))}
    </ul>
  );
}

function Places({ problems }: { problems: Problem[] }) {
  return (
    <details>
      <summary>{linesText(problems)}</summary>
      <ul>
        {problems.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function headOf({ severity, problems }: ProblemGroup): string {
  const name = severity === "error" ? "Error" : "Warning";
  const [first, ...others] = problems;
  const line = first && others.length === 0 ? lineOf(first) : null;
  return line === null ? `${name}:` : `${name}, line ${line}:`;
}

function linesText(problems: Problem[]): string {
  const shown = problems.slice(0, 5).map(({ line }) => line);
  const more = problems.length - shown.length;
  return `Lines ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
