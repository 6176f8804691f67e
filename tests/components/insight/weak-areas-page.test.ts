import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WeakAreasPage } from "@/components/insight/weak-areas-page";
import { CAUSES } from "@/lib/domain/causes";
import { lossMap } from "@/lib/domain/loss-map";
import { trendOf } from "@/lib/domain/trend";
import type { WeakAreaView, WeakAreasView } from "@/lib/wire/weak-areas";
import { aTopic, figures } from "@/tests/support/topics";

const POINT = {
  keyPointId: "p",
  questionId: "q",
  text: "Fencing keeps the old leader out",
  missed: 3,
  wrong: 1,
  assessed: 5,
  chance: 0.29,
};

test("each cause has its remedy one click away, and the figure printed is the one sorted by", () => {
  const page = shown({
    areas: CAUSES.map((cause, i) => anArea({ cause, loss: 8.26 - i, ids: ["q1", "q2"] })),
  });
  const text = textOf(page);
  expect([...text.matchAll(/([\d.]+) of 10 lost/g)].map(([, one]) => one)).toEqual([
    "8.3",
    "7.3",
    "6.3",
    "5.3",
  ]);
  for (const href of [
    "/study?topic=systems%2Fconsensus",
    "/study?topic=systems%2Fconsensus&amp;weakest=1",
    "/study?mode=practice&amp;questions=q1%2Cq2",
    "/study?mode=practice&amp;q=is%3Aslipping+topic%3Asystems%2Fconsensus",
  ])
    expect(page).toContain(`href="${href}"`);
});

test("a half-known area names its points, and so does the list of those lost most", () => {
  const page = shown({
    areas: [anArea({ cause: "half-known", points: [POINT] })],
    points: [POINT],
  });
  expect(textOf(page)).toContain(
    "Fencing keeps the old leader out missed 3 and said wrongly 1 of 5 times",
  );
  expect(textOf(page)).toContain("29\u00a0%; missed 3 and said wrongly 1 of 5 times");
});

test("how a topic goes stands with what it rests on", () => {
  const went = (recalled: number) => ({ reviews: 20, recalled });
  const trend = trendOf(went(10), went(17));
  expect(textOf(shown({ areas: [anArea({ trend })] }))).toContain(
    "better: recalled 85\u00a0% of 20 in four weeks, 50\u00a0% of 20 in the four before",
  );
});

test("the map says in words what it shows, and where each part leads", () => {
  const consensus = aTopic("systems/consensus", { shaky: 4, recallSum: 1 });
  const map = lossMap([aTopic("systems", { shaky: 4, recallSum: 1 }, [consensus])], () => null);
  const page = shown({ areas: [anArea({})], map });
  expect(textOf(page)).toMatch(/systems\/consensus: 25\u00a0% recall/);
  expect(page).toContain('data-shade="4"');
  expect(page).toContain('href="#areas"');
});

test("where there is not enough to say what is forgotten, it says how much there is", () => {
  const none = shown({ areas: [], enough: false, figures: figures({ shaky: 3, recallSum: 1 }) });
  expect(textOf(none)).toContain("Not enough to say yet");
  expect(textOf(none)).toContain("3 of 10 questions studied before today.");
  const some = shown({ areas: [anArea({ cause: "unseen" })], enough: false });
  expect(textOf(some)).toContain("Of what is forgotten there is not enough to say yet");
});

function shown(changes: Partial<WeakAreasView>): string {
  const view: WeakAreasView = {
    interview: null,
    figures: figures({ shaky: 12, recallSum: 6 }),
    enough: true,
    areas: [],
    beyond: 0,
    map: [],
    points: [],
    ...changes,
  };
  return renderToStaticMarkup(createElement(WeakAreasPage, view));
}

function anArea(changes: Partial<WeakAreaView>): WeakAreaView {
  return {
    path: "systems/consensus",
    titles: ["Systems", "Consensus"],
    cause: "forgotten",
    questions: 10,
    weight: 10,
    loss: 4.2,
    ids: [],
    trend: null,
    points: [],
    ...changes,
  };
}

function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, "");
}
