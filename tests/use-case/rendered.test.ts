import { describe, expect, test } from "vitest";
import { asWritten, isAsWritten } from "@/lib/markdown/as-written";
import { questionView } from "@/lib/study/question-view";
import { questionList } from "@/lib/study/questions";
import { renderAhead } from "@/lib/library/render-ahead";
import { newId } from "@/lib/use-case/ids";
import { aQuestion, QUADRATIC } from "../support/documents";
import { aHousehold, documentList, type Household, takeIn } from "../support/store";

const problemsOf = async (household: Household) => {
  const [document] = await documentList(household);
  return document?.problems.map(({ code, line }) => `${code} ${line}`);
};

async function firstAnswer(household: Household): Promise<string> {
  const [first] = (await questionList(household, { limit: 1 })).value.items;
  const view = await questionView(household, { id: first?.id ?? "" });
  return (view.ok && view.value.answerHtml) || "";
}

describe("an answer that can't be laid out in time", () => {
  test("is shown as written, and is a problem of its document, once", async () => {
    const household = await aHousehold({
      "content/a.md": aQuestion(1, "Which marks?", `${"a".repeat(90_001)}${"b".repeat(10_000)}`),
    });
    expect(isAsWritten(await firstAnswer(household))).toBe(true);
    expect(isAsWritten(await firstAnswer(household))).toBe(true);
    expect(await problemsOf(household)).toEqual(["answer-too-long 1"]);
  });

  test("is found when it is rendered in the background, and nobody waits for it again", async () => {
    const household = await aHousehold();
    const begun = newId();
    // In this thread it can be read: only laying it out has a limit here.
    await takeIn(household, { "content/a.md": aQuestion(1, "Which?", QUADRATIC.slice(0, 20_000)) });
    await renderAhead(household.database, begun);
    await expect.poll(() => problemsOf(household)).toEqual(["answer-too-long 1"]);
    expect(isAsWritten(await firstAnswer(household))).toBe(true);
    // Another day may find the machine at rest.
    const kept = await household.database.read.rendering.findMany();
    expect(kept.filter(({ html }) => isAsWritten(html))).toEqual([]);
  });

  test("and was kept by an earlier version is laid out again", async () => {
    const household = await aHousehold({ "content/a.md": aQuestion(1, "Bold?", "**Surely.**") });
    await firstAnswer(household);
    const written = asWritten("**Surely.**");
    await expect.poll(() => household.database.read.rendering.count()).toBe(2);
    await household.database.write((tx) =>
      tx.rendering.updateMany({
        where: { html: { contains: "strong" } },
        data: { html: written },
      }),
    );
    expect(await firstAnswer(household)).toContain("<strong>Surely.</strong>");
    const isWritten = () => household.database.read.rendering.count({ where: { html: written } });
    await expect.poll(isWritten).toBe(0);
  });

  test("leaves other questions alone", async () => {
    const household = await aHousehold({ "content/a.md": aQuestion(1, "Bold?", "**Yes.**") });
    expect(await firstAnswer(household)).toContain("<strong>Yes.</strong>");
    expect(await problemsOf(household)).toEqual([]);
  });
});
