import { describe, expect, test } from "vitest";
import { drawMock } from "@/lib/domain/mock-draw";
import { mockEstimate, together } from "@/lib/domain/mock-estimate";
import { seeded } from "@/lib/domain/seeded";

const probes = (scores: readonly number[], predicted = 0.6) =>
  scores.map((score) => ({ score, predicted, standsFor: 1 / scores.length }));

describe("what a mock interview measures", () => {
  test("is the prediction of all, put right by how far the questions asked were off", () => {
    expect(mockEstimate(probes([0.4, 0.5, 0.6]), 0.7)?.readiness).toBeCloseTo(0.6);
    expect(mockEstimate(probes([0.6, 0.6, 0.6]), 0.7)?.readiness).toBeCloseTo(0.7);
  });

  test("lies in its range, which narrows with more questions and never leaves 0 to 1", () => {
    const few = mockEstimate(probes([0, 1, 0.5]), 0.6);
    const many = mockEstimate(probes([0, 1, 0.5, 0, 1, 0.5, 0, 1, 0.5, 0, 1, 0.5]), 0.6);
    expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 1));
    expect(mockEstimate(probes([0, 0, 0], 0), 0)).toMatchObject({ readiness: 0, low: 0 });
    expect(few?.low).toBeLessThan(few?.readiness ?? 0);
  });

  test("is never said to be narrow by three that happen to agree", () => {
    const agreeing = mockEstimate(probes([0.6, 0.6, 0.6]), 0.6);
    expect((agreeing?.high ?? 0) - (agreeing?.low ?? 0)).toBeGreaterThan(0.2);
    expect(agreeing?.more).toBeGreaterThan(0);
  });

  test("is not said of fewer than three", () => {
    expect(mockEstimate(probes([1, 1]), 0.6)).toBeNull();
  });

  test("says how many more make it ±10 points, and as many do", () => {
    const eight = [0.2, 0.9, 0.5, 0.7, 0.4, 1, 0.1, 0.8];
    const { more = 0 } = mockEstimate(probes(eight), 0.6) ?? {};
    expect(more).toBeGreaterThan(8);
    const further = Array.from({ length: Math.ceil((8 + more) / 8) }, () => eight).flat();
    const { low = 0, high = 1, more: none } = mockEstimate(probes(further), 0.6) ?? {};
    expect((high - low) / 2).toBeLessThanOrEqual(0.101);
    expect(none).toBeLessThanOrEqual(1);
  });

  test("is right on average though questions are drawn unequally and the model is wrong", () => {
    const questions = Array.from({ length: 60 }, (_, i) => ({
      id: `${i}`,
      topic: `t/${i % 12}`,
      importance: 1 + (i % 3),
      recall: (i % 10) / 10,
      truth: ((i * 7) % 11) / 11,
    }));
    const all = questions.reduce((sum, { importance }) => sum + importance, 0);
    const mean = (of: (one: (typeof questions)[number]) => number) =>
      questions.reduce((sum, one) => sum + one.importance * of(one), 0) / all;
    const predicted = mean(({ recall }) => recall);
    const draws = 1500;
    let sum = 0;
    for (let i = 0; i < draws; i += 1) {
      const asked = drawMock(questions, 6, seeded(`${i}`)).map(({ candidate, chance }) => ({
        score: candidate.truth,
        predicted: candidate.recall,
        standsFor: candidate.importance / chance / all,
      }));
      sum += asked.reduce((off, one) => off + one.standsFor * (one.score - one.predicted), 0);
    }
    expect(predicted + sum / draws).toBeCloseTo(
      mean(({ truth }) => truth),
      1,
    );
  });

  test("is of several mock interviews together as of one, each question alike", () => {
    const [one, two] = [probes([0.2, 0.4, 0.6]), probes([0.8, 0.8, 0.8, 0.8, 0.8, 0.8])];
    const estimate = mockEstimate(together([one, two]), 0.6);
    expect(estimate?.readiness).toBeCloseTo((3 * 0.4 + 6 * 0.8) / 9);
    expect(estimate?.probes).toBe(9);
  });
});
