import { breathe } from "@/lib/breathe";
import { findQuestions, listedQuestions } from "@/lib/db/study/questions";
import { answeredIn } from "@/lib/db/study/sessions";
import { type Mock, mockText } from "@/lib/domain/mock";
import { rendererWithOwnWords } from "@/lib/study/rendered-own-words";
import type { Context } from "@/lib/use-case/context";
import type { MockItem, MockRun } from "@/lib/wire/mock";

/** A mock interview with those of its questions that are not scored yet. */
export async function mockRun({ database, learner }: Context, mock: Mock): Promise<MockRun> {
  const { read } = database;
  const scored = new Set(await answeredIn(read, learner.id, mock.id));
  const left = mock.questions.filter(({ id }) => !scored.has(id));
  const found = await findQuestions(
    read,
    learner.id,
    left.map(({ id }) => id),
  );
  const siblings = await listedQuestions(
    read,
    left.flatMap(({ sibling }) => sibling ?? []),
  );
  const rendered = await rendererWithOwnWords(
    database,
    found.map(({ question }) => question),
  );
  const items: MockItem[] = [];
  for (const { question } of found) {
    await breathe();
    const { id, topicPath, versionId, prompt, keyPoints } = question;
    const wanted = left.find((one) => one.id === id)?.sibling;
    const sibling = siblings.find((one) => one.id === wanted) ?? null;
    const texts = await rendered(question);
    items.push({ questionId: id, topicPath, versionId, prompt, keyPoints, sibling, ...texts });
  }
  return { mock, scope: mockText(mock), items };
}
