import { ankiNote } from "./anki-note";
import { boldQuestion } from "./bold-question";
import { calloutQuestion } from "./callout-question";
import { detailsQuestion } from "./details-question";
import type { Dialect } from "./dialect";
import { flashcard } from "./flashcard";
import { headingQuestion } from "./heading-question";
import { labelledQuestion } from "./labelled-question";
import { linedQuestion } from "./lined-question";
import { listQuestion } from "./list-question";
import { numberedParagraph } from "./numbered-paragraph";
import { numberedQuestion } from "./numbered-question";
import { questionFile } from "./question-file";
import { questionList } from "./question-list";
import { tableQuestion } from "./table-question";
import { titledQuestion } from "./titled-question";

/** All dialects; a new one is one file and one line here. Of two that see as much the first is taken. */
export const DIALECTS: readonly Dialect[] = [
  ankiNote,
  numberedQuestion,
  questionFile,
  headingQuestion,
  listQuestion,
  detailsQuestion,
  labelledQuestion,
  flashcard,
  tableQuestion,
  calloutQuestion,
  numberedParagraph,
  boldQuestion,
  linedQuestion,
  questionList,
  titledQuestion,
];
