import type { Problem } from "@/lib/domain/problem";
import { plural } from "./changes-text";
import styles from "./documents.module.css";

/** What is wrong in a document. Problems with one remedy stand together, each with its line. */
export function ProblemList({ title, problems }: { title: string; problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label={`Problems in ${title}`}>
      {grouped(problems).map((group) => (
        <li key={`${group[0]?.line} ${group[0]?.message}`}>
          {group.length > ALONE ? <Group problems={group} /> : group.map(toLine)}
        </li>
      ))}
    </ul>
  );
}

const ALONE = 2;

function Group({ problems }: { problems: Problem[] }) {
  const [first] = problems;
  if (!first) return null;
  return (
    <>
      <strong>
        {severity(first)}, in {plural(problems.length, "place")}:
      </strong>{" "}
      {first.remedy}
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
    </>
  );
}

function toLine(problem: Problem) {
  const { line, message, remedy } = problem;
  return (
    <p key={`${line} ${message}`}>
      <strong>
        {severity(problem)}, line {line}:
      </strong>{" "}
      {message} {remedy}
    </p>
  );
}

/** By what there is to do, errors first. */
function grouped(problems: Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems.toSorted((a, b) => rank(a) - rank(b))) {
    const key = `${problem.severity} ${problem.code} ${problem.remedy}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()];
}

function rank({ severity: grade }: Problem): number {
  return grade === "error" ? 0 : 1;
}

function severity({ severity: grade }: Problem): string {
  return grade === "error" ? "Error" : "Warning";
}

function linesText(problems: Problem[]): string {
  const shown = problems.slice(0, 5).map(({ line }) => line);
  const more = problems.length - shown.length;
  return `Lines ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
