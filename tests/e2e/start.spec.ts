import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { freePort, startRehearse, temporaryFolder } from "../support/server";

test("it says what it does and ends with the line that others wait for", async () => {
  const started = await startRehearse();
  expect(started.output()).toMatch(/Taking in documents/);
  expect(started.output()).toMatch(/Questions: 25 added\n/);
  expect(started.output()).toMatch(/Rehearse is ready at http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(await started.end("SIGTERM")).toBe(0);
});

test("a busy port is said in one sentence, and nothing is begun", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  const dataFolder = temporaryFolder();
  const started = await startRehearse({ port, dataFolder });
  expect(started.url).toBeNull();
  expect(started.output()).toMatch(
    new RegExp(`^Port ${port} is in use by another program\\. .*PORT=${port + 1} npm start\\n$`),
  );
  expect(started.process.exitCode).toBe(1);
  expect(readdirSync(dataFolder)).toEqual(["rehearse.db.lock", "server.lock.db"]);
  other.close();
});

test("a second server on the same data is refused, and admitted once the first was killed", async () => {
  const dataFolder = temporaryFolder();
  const first = await startRehearse({ dataFolder });
  const second = await startRehearse({ dataFolder });
  expect(second.output()).toMatch(/^Rehearse runs already with the data in .+\n$/);
  expect(second.process.exitCode).toBe(1);
  await first.end("SIGKILL");
  const third = await startRehearse({ dataFolder });
  expect(third.output()).toMatch(/Questions: 25 unchanged\n/);
  await third.end("SIGKILL");
});

const file = join(temporaryFolder(), "a-file");
writeFileSync(file, "");

for (const [what, env, sentence] of [
  ["a wrong port", { PORT: "abc" }, /^PORT is "abc": it must be a number from 1 to 65535\.\n$/],
  ["an open host", { HOST: "0.0.0.0" }, /^HOST is "0\.0\.0\.0": it must be 127\.0\.0\.1/],
  ["another database", { DATABASE_URL: "postgresql://x" }, /^DATABASE_URL is "postgresql:\/\/x"/],
  [
    "a missing content folder",
    { CONTENT_DIR: "/no/such" },
    /^CONTENT_DIR is \/no\/such, and there is no such folder/,
  ],
  [
    "a data folder that can't be written",
    { DATA_DIR: join(file, "data") },
    /^Rehearse can't use .+ \(ENOTDIR\): a file stands where a folder is needed\. Move the file away, or set DATA_DIR/,
  ],
] as const) {
  test(`${what} stops the start with one sentence`, async () => {
    const started = await startRehearse({ env });
    expect(started.url).toBeNull();
    expect(started.output()).toMatch(sentence);
    expect(started.output().trim().split("\n")).toHaveLength(1);
    expect(started.process.exitCode).toBe(1);
  });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`${signal} ends everything that was started, and leaves all of it in one file`, async () => {
    const dataFolder = temporaryFolder();
    const started = await startRehearse({ dataFolder });
    await grade(started.url ?? "");
    // Ctrl+C comes twice under npm: from the terminal, and passed on.
    started.process.kill(signal);
    expect(await started.end(signal)).toBe(0);
    await expect(fetch(`${started.url}/api/health`)).rejects.toThrow();
    expect(readdirSync(dataFolder).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
    const copied = temporaryFolder();
    copyFileSync(join(dataFolder, "rehearse.db"), join(copied, "rehearse.db"));
    const again = await startRehearse({ dataFolder: copied });
    const health = await (await fetch(`${again.url}/api/health`)).json();
    expect(health.counts.reviews).toBe(1);
    await again.end("SIGKILL");
  });
}

test("it goes on serving when nobody reads what it says any more", async () => {
  const started = await startRehearse();
  started.process.stdout?.destroy();
  started.process.stderr?.destroy();
  await grade(started.url ?? "");
  expect(await started.end("SIGTERM")).toBe(0);
});

for (const signal of ["SIGTERM", "SIGKILL"] as const) {
  test(`${signal} to npm ends the server that it started`, async () => {
    const port = await freePort();
    const npm = spawn("npm", ["start"], {
      env: { ...process.env, PORT: String(port), DATA_DIR: temporaryFolder() },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    for await (const chunk of npm.stdout) {
      output += String(chunk);
      if (output.includes("Rehearse is ready")) break;
    }
    npm.kill(signal);
    await expect
      .poll(() => fetch(`http://127.0.0.1:${port}/api/health`).catch(() => "gone"))
      .toBe("gone");
  });
}

test("a page under a name that is not ours is refused", async () => {
  const started = await startRehearse();
  const { port } = new URL(started.url ?? "");
  for (const path of ["/study", "/topics", "/documents", "/questions/x", "/api/health", "/"]) {
    expect(await statusAs(`rebound.example:${port}`, path, port)).toBe(421);
    expect(await statusAs(`localhost:${port}`, path, port)).not.toBe(421);
  }
  await started.end("SIGKILL");
});

async function grade(url: string): Promise<void> {
  const queue = await (await fetch(`${url}/api/queue?limit=1`)).json();
  const review = {
    id: randomUUID(),
    questionId: queue.items[0].questionId,
    rating: 3,
    reviewedAt: new Date().toISOString(),
    durationMs: 1000,
    mode: "scheduled",
    recalledKeyPointIds: null,
  };
  const answer = await fetch(`${url}/api/reviews`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ reviews: [review] }),
  });
  expect((await answer.json()).results).toMatchObject([{ status: "recorded" }]);
}

function statusAs(host: string, path: string, port: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
