import { z } from "zod";
import { breathe, inTurns } from "@/lib/breathe";
import { documentById } from "@/lib/db/study/documents";
import { findQuestions } from "@/lib/db/study/questions";
import { titlesByPath } from "@/lib/db/topics";
import { byPosition, documentParts, groupsOfDocument } from "@/lib/domain/document-parts";
import type { Ink } from "@/lib/domain/ink";
import { inkedHtml, type Passage } from "@/lib/domain/inked-html";
import type { KeyPoint, Question } from "@/lib/domain/question";
import { questionRecallText } from "@/lib/domain/question-state";
import type { Group, Standing } from "@/lib/domain/standing";
import { sumOfFigures } from "@/lib/domain/topic";
import { figuresOf } from "@/lib/domain/topic-figures";
import { err, ok, type Result } from "@/lib/result";
import type { Context } from "@/lib/use-case/context";
import { type Failure, notFound } from "@/lib/use-case/failure";
import { SoughtId } from "@/lib/use-case/inputs";
import type { DocumentPageView, DocumentPart, InkedQuestion } from "@/lib/wire/document-page";
import { type DaySoFar, daySoFar } from "./day-so-far";
import { type Inks, inksAt, toldOf } from "./ink-at";
import { rendererWithOwnWords } from "./rendered-own-words";
import { topicTreeOn } from "./topics";

/** Which questions of a document a page shows: those of its number, or those around one of them. */
export const DocumentQuery = z.object({
  id: SoughtId,
  page: z.coerce.number().int().min(1).catch(1),
  question: SoughtId.optional().catch(undefined),
});

/** Long answers make a long page, and a slow one. */
const ON_A_PAGE = 25;

/** A document in the ink of its learner's memory: some of its questions, in its order. */
export async function documentPage(
  context: Context,
  { id, page: wanted, question }: z.infer<typeof DocumentQuery>,
): Promise<Result<DocumentPageView, Failure>> {
  const { database, learner } = context;
  const document = await documentById(database.read, id);
  if (!document) return err(notFound("There is no such document."));
  const day = await daySoFar(context);
  const told = toldOf(await topicTreeOn(day, context));
  const ink = inksAt(day, told);
  await breathe();
  const groups = groupsOfDocument(day.standings, id);
  const all = groups.flat().toSorted(byPosition);
  const pages = Math.ceil(all.length / ON_A_PAGE);
  const at = all.findIndex((standing) => standing.id === question);
  const page = at >= 0 ? Math.floor(at / ON_A_PAGE) + 1 : Math.min(wanted, pages);
  const shown = all.slice(Math.max(0, page - 1) * ON_A_PAGE).slice(0, ON_A_PAGE);
  const titles = await titlesByPath(
    database.read,
    groups.flatMap(([first]) => first?.topic ?? []),
  );
  const titlesOf = (topic: string) => titles.get(topic) ?? [];
  const contents = await contentsOf(groups, (own, { id: first, topic }) => ({
    topic,
    titles: titlesOf(topic),
    inks: own.map(ink.ofQuestion),
    figures: figuresOf(own, day, {
      ...(told.get(topic) ?? { desiredRetention: 1 }),
      pointModel: day.pointModel,
    }),
    first,
  }));
  const inked = await inkedQuestions(context, shown, { day, ink });
  return ok({
    id,
    ...document,
    contents,
    parts: documentParts(shown).map(({ topic, standings }) => ({
      topic,
      titles: titlesOf(topic),
      questions: standings.flatMap((standing) => inked.get(standing.id) ?? []),
    })),
    page,
    pages,
    figures: sumOfFigures(contents.map(({ figures }) => figures)),
    interview: day.interview && { title: day.interview.title, at: day.interview.at },
    zone: learner.scheduling.zone,
  });
}

/** What a document holds, topic by topic; others work between. */
async function contentsOf(
  groups: readonly Group[],
  part: (own: Group, first: Standing) => DocumentPart,
): Promise<DocumentPart[]> {
  const contents: DocumentPart[] = [];
  const pause = inTurns();
  for (const own of groups) {
    const [first] = own;
    if (first) contents.push(part(own, first));
    await pause();
  }
  return contents;
}

async function inkedQuestions(
  { database, learner }: Context,
  standings: readonly Standing[],
  { day, ink }: { day: DaySoFar; ink: Inks },
): Promise<Map<string, InkedQuestion>> {
  const ids = standings.map(({ id }) => id);
  const found = await findQuestions(database.read, learner.id, ids);
  const questions = new Map(found.map(({ question }) => [question.id, question]));
  const rendered = await rendererWithOwnWords(database, [...questions.values()]);
  const inked = new Map<string, InkedQuestion>();
  for (const standing of standings) {
    const question = questions.get(standing.id);
    if (!question) continue;
    const { promptHtml, answerHtml, own } = await rendered(question);
    await breathe();
    const passages = passagesOf(question, ink.ofPoints(standing));
    inked.set(standing.id, {
      id: standing.id,
      number: question.number,
      promptHtml,
      answerHtml:
        answerHtml === null ? (own.answer?.html ?? null) : inkedHtml(answerHtml, passages),
      ink: ink.ofQuestion(standing),
      recall: questionRecallText(standing, day) ?? "not seen",
      points: question.keyPoints.filter(isApart).map(({ id, text, lately, slipping }) => ({
        id,
        text,
        lately,
        slipping,
      })),
    });
  }
  return inked;
}

function passagesOf({ keyPoints }: Question, ink: (keyPointId: string) => Ink): Passage[] {
  return keyPoints.flatMap(({ id, text, start, end, lately, slipping }) =>
    start === null ? [] : [{ text, start, end: end ?? start, lately, slipping, ink: ink(id) }],
  );
}

/** What the learner added. */
function isApart({ start }: KeyPoint): boolean {
  return start === null;
}
