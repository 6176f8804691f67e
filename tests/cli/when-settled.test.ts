import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { whenSettled } from "@/lib/cli/when-settled";

const SETTLING = { quietMs: 300, longestMs: 1000 };

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

test("the work is done once changes rest, and at last when they never do", async () => {
  const work = vi.fn<() => Promise<void>>().mockResolvedValue();
  const changed = whenSettled(work, SETTLING);
  changed();
  await vi.advanceTimersByTimeAsync(200);
  changed();
  await vi.advanceTimersByTimeAsync(299);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 11; i += 1) {
    changed();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(work).toHaveBeenCalledTimes(2);
});

test("it is never done twice at once, and again for what changed while it was done", async () => {
  let done: () => void = () => undefined;
  const work = vi.fn<() => Promise<void>>(
    () =>
      new Promise((resolve) => {
        done = resolve;
      }),
  );
  const changed = whenSettled(work, SETTLING);
  changed();
  await vi.advanceTimersByTimeAsync(300);
  changed();
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(1);
  done();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(2);
});
