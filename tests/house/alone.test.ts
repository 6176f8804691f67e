import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inNode } from "@/tests/support/bootstrap";
import { aFolder } from "@/tests/support/store";

const A_STEP = `import { appendFileSync } from "node:fs";
  import { alone } from "./lib/cli/bootstrap/alone.mjs";
  const say = (word) => appendFileSync(given.log, word + "\\n");
  await alone(async () => {
    say("begins");
    await new Promise((resolve) => setTimeout(resolve, 20));
    say("ends");
  }, given.counter);`;

describe("the steps of a set-up are done one at a time", () => {
  test("by however many commands at once", async () => {
    const given = aCounter();
    const said = await Promise.all(Array.from({ length: 5 }, () => inNode(A_STEP, given)));
    expect(said.filter((words) => !WAITING.test(words))).toEqual([]);
    expect(steps(given)).toEqual(Array.from({ length: 5 }, () => ["begins", "ends"]).flat());
    expect(readdirSync(given.counter)).toEqual([]);
  });

  test("one that was killed is not waited for", async () => {
    const given = aCounter();
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { alone } from "./lib/cli/bootstrap/alone.mjs";
       await alone(() => new Promise(() => setInterval(() => console.log("holds"), 10)), ${JSON.stringify(given.counter)});`,
    ]);
    await once(holder.stdout, "data");
    expect(readdirSync(given.counter)).toHaveLength(1);
    holder.kill("SIGKILL");
    await once(holder, "close");
    await inNode(A_STEP, given);
    expect(steps(given)).toEqual(["begins", "ends"]);
    expect(readdirSync(given.counter)).toEqual([]);
  });

  test.each<[what: string, name: string]>([
    ["a process whose id another has now", `${process.pid}-1.x`],
    ["a process that there isn't", "999999999-1.x"],
    ["nobody", ""],
    ["nobody that can be read", "half a na"],
    ["the first of all, to which a signal is sent otherwise", "0-0.x"],
    ["a group of processes", "-1.x"],
  ])("what %s left there holds nobody up", async (_, name) => {
    const given = aCounter();
    writeFileSync(join(given.counter, name || ".empty"), "");
    await inNode(A_STEP, given);
    expect(steps(given)).toEqual(["begins", "ends"]);
  });

  test("who waits says for which process", async () => {
    const given = aCounter();
    const mark = await inNode(
      `import { markOf } from "./lib/cli/bootstrap/process-mark.mjs"; process.stdout.write(markOf(given));`,
      process.pid,
    );
    writeFileSync(join(given.counter, `${mark}.x`), "");
    const waiter = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { alone } from "./lib/cli/bootstrap/alone.mjs";
       await alone(async () => undefined, ${JSON.stringify(given.counter)});`,
    ]);
    const [said] = await once(waiter.stderr, "data");
    expect(String(said)).toBe(
      `Waiting for another command that sets this clone up (process ${process.pid}) …\n`,
    );
    waiter.kill("SIGKILL");
  });
});

const WAITING = /^(Waiting for another command that sets this clone up \(process \d+\) …\n)?$/;

function aCounter() {
  const folder = aFolder();
  const counter = join(folder, "turns");
  mkdirSync(counter);
  const log = join(folder, "log");
  appendFileSync(log, "");
  return { counter, log };
}

function steps({ log }: { log: string }): string[] {
  return readFileSync(log, "utf8").trim().split("\n");
}
