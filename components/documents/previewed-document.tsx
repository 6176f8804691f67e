import { plural, questions } from "./changes-text";
import styles from "./documents.module.css";
import { PreviewedQuestions } from "./previewed-questions";
import { ProblemList } from "./problem-list";
import type { PreviewedDocument as Document } from "./upload-requests";

type Props = Document & { upload: string; open: boolean; apart: () => void };

/** One document of an upload, with its questions as they will look. */
export function PreviewedDocument({ upload, open, apart, ...document }: Props) {
  const { path, title, problems, replaces, encodingRepairs } = document;
  return (
    <details className={styles.document} open={open}>
      <summary>
        <h3>{title}</h3> <span className={styles.facts}>{factsOf(document)}</span>
      </summary>
      <p className={styles.facts}>
        {path}. {document.dialectReason} {picturesText(document)}
        {encodingRepairs > 0 && ` ${encodingRepairs} runs of damaged characters are put right.`}
      </p>
      {replaces && (
        <p>
          A new version of “{replaces.title}”: its questions keep their history
          {replaces.retiredAt !== null && ", and come back from where you put them away"}.{" "}
          <button type="button" className={styles.button} onClick={apart}>
            Keep both instead
          </button>
        </p>
      )}
      <ProblemList title={title} problems={problems} />
      {document.questions > 0 && <PreviewedQuestions upload={upload} path={path} />}
    </details>
  );
}

function factsOf({ questions: count, withoutAnswer, problems }: Document): string {
  const parts = [
    questions(count),
    withoutAnswer > 0 && `${withoutAnswer} without an answer`,
    problems.length > 0 && plural(problems.length, "problem"),
  ];
  return parts.filter((part) => part !== false).join(", ");
}

function picturesText({ pictures, picturesMissing }: Document): string {
  if (pictures === 0) return "";
  const missing = picturesMissing > 0 ? `, ${picturesMissing} of them missing` : "";
  return `${plural(pictures, "picture")}${missing}.`;
}
