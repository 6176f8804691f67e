import { counted } from "@/lib/domain/counted";
import button from "@/components/ui/button.module.css";
import type { Json } from "@/lib/wire/json";
import type { PreviewedDocument as Previewed } from "@/lib/wire/uploads";
import styles from "./document-row.module.css";
import { PreviewedQuestions } from "./previewed-questions";
import { ProblemList } from "./problem-list";

type Document = Json<Previewed>;
type Props = Document & { upload: string; open: boolean; apart: () => void };

/** One document of an upload, with its questions as they will look. */
export function PreviewedDocument({ upload, open, apart, ...document }: Props) {
  const { path, title, problems, replaces, encodingRepairs } = document;
  return (
    <details className={styles.row} open={open}>
      <summary>
        <h3>
          <bdi>{title}</bdi>
        </h3>{" "}
        <span className={styles.found}>{foundIn(document)}</span>
      </summary>
      <p className={styles.facts}>
        {path}. {picturesText(document)}
        {encodingRepairs > 0 &&
          ` ${counted(encodingRepairs, "run")} of damaged characters, repaired in reading.`}
      </p>
      {replaces && (
        <p>
          It takes the place of “{replaces.title}”, whose questions keep their history
          {replaces.retiredAt !== null && ", and come back from where you put them away"}.{" "}
          <button type="button" className={button.button} onClick={apart}>
            Keep both instead
          </button>
        </p>
      )}
      <ProblemList title={title} problems={problems} />
      {document.questions > 0 && <PreviewedQuestions upload={upload} path={path} />}
    </details>
  );
}

function foundIn({ dialectReason, withoutAnswer, problems }: Document): string {
  const parts = [
    dialectReason ?? "No question was found.",
    withoutAnswer > 0 && `${withoutAnswer} without an answer.`,
    problems.length > 0 && `${counted(problems.length, "problem")}.`,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

function picturesText({ pictures, picturesMissing }: Document): string {
  if (pictures === 0) return "";
  const missing = picturesMissing > 0 ? `, ${picturesMissing} missing` : "";
  return `${counted(pictures, "picture")}${missing}.`;
}
