import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { threadStopwatch } from "@/lib/jobs/time-limit";

const BUSY = `
  const { parentPort } = require("node:worker_threads");
  const { user } = process.cpuUsage();
  while (process.cpuUsage().user - user < 200_000);
  parentPort.postMessage("done");
`;

const isTold = existsSync("/proc/thread-self/schedstat");

test.runIf(isTold)("what other threads spend is not a thread's own", async () => {
  const spentMs = threadStopwatch();
  const before = process.cpuUsage();
  const worker = new Worker(BUSY, { eval: true });
  await new Promise((resolve) => worker.once("message", resolve));
  const { user, system } = process.cpuUsage(before);
  expect(spentMs()).toBeLessThan((user + system) / 1000 / 2);
});

test.runIf(isTold)("what a thread spends is counted", () => {
  const spentMs = threadStopwatch();
  const { user } = process.cpuUsage();
  while (process.cpuUsage().user - user < 50_000);
  expect(spentMs()).toBeGreaterThan(0);
});
