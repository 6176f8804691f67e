import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DoneAct } from "@/lib/offline/done-act";
import { DoneActs } from "@/lib/offline/done-acts";
import { aPage } from "@/tests/support/browser";
import { aStore } from "@/tests/support/outbox";

let disk: ReturnType<typeof aStore<DoneAct>>;

beforeEach(() => {
  aPage();
  disk = aStore<DoneAct>();
});

afterEach(() => void vi.unstubAllGlobals());

test("what was done last is taken out first, also after a reload", async () => {
  const before = new DoneActs(disk);
  for (const number of [1, 2, 3]) await before.add(anAct(number));
  expect(await before.takeLast()).toEqual(anAct(3));
  const after = new DoneActs(disk);
  expect(await after.takeLast()).toEqual(anAct(2));
  expect(await after.takeLast()).toEqual(anAct(1));
  expect(await after.takeLast()).toBeNull();
});

test("thirty can be taken back, and older ones are dropped", async () => {
  const acts = new DoneActs(disk);
  for (let number = 1; number <= 35; number += 1) await acts.add(anAct(number));
  expect(disk.kept.size).toBe(30);
  for (let number = 35; number > 5; number -= 1)
    expect(await acts.takeLast()).toEqual(anAct(number));
  expect(await acts.takeLast()).toBeNull();
});

test("what two tabs did is in one order", async () => {
  const [one, other] = [new DoneActs(disk), new DoneActs(disk)];
  await one.add(anAct(1));
  await other.add(anAct(2));
  await one.add(anAct(3));
  expect(await new DoneActs(disk).takeLast()).toEqual(anAct(3));
  expect(await new DoneActs(disk).takeLast()).toEqual(anAct(2));
});

test("where the browser keeps nothing, it can be taken back until the page is left", async () => {
  disk.refuses = true;
  const acts = new DoneActs(disk);
  await acts.add(anAct(1));
  expect(acts.last()).toEqual(anAct(1));
  expect(await acts.takeLast()).toEqual(anAct(1));
  expect(acts.last()).toBeNull();
});

test("what another version of the page kept, and is no act, is passed over", async () => {
  disk.kept.set("odd", { id: "odd" });
  expect(await new DoneActs(disk).takeLast()).toBeNull();
});

function anAct(number: number): DoneAct {
  const id = `act-${String(number).padStart(2, "0")}`;
  return { id, questionId: "q", name: "Why?", flagged: false, session: null, kind: "suspend" };
}
