import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");
const CONFIG = "oxlint.config.mjs";
const IMPORTS = "eslint(no-restricted-imports)";

/** File, the line that breaks its boundary, the rule meant, and a word of what it says. */
const BROKEN: [file: string, line: string, rule: string, says: string][] = [
  ["lib/domain/store.ts", from("@/lib/db/client"), IMPORTS, "domain imports nothing"],
  ["lib/domain/later.ts", 'export { it } from "@/lib/db/client";', IMPORTS, "domain imports"],
  ["lib/domain/lazy.ts", 'export const it = import("@/lib/db/client");', IMPORTS, "domain imports"],
  ["lib/domain/view.ts", from("react"), IMPORTS, "No React"],
  ["lib/domain/file.ts", from("node:fs"), IMPORTS, "browser too"],
  ["lib/domain/door.ts", from("zod"), IMPORTS, "zod costs"],
  ["lib/domain/clock.ts", from("@/lib/clock"), IMPORTS, "passed in"],
  ["lib/domain/queue.ts", from("ts-fsrs"), IMPORTS, "Only lib/domain/schedule.ts"],
  ["lib/domain/now.ts", "export const it = new Date();", "eslint(no-restricted-globals)", "Date"],
  ["lib/domain/ms.ts", "export const it = Date.now();", "eslint(no-restricted-globals)", "Date"],
  ["lib/ingest/store.ts", from("@/lib/db/library/documents"), IMPORTS, "domain alone"],
  ["lib/ingest/dialects/study.ts", from("@/lib/use-case/ids"), IMPORTS, "domain alone"],
  ["lib/markdown/store.ts", from("@/lib/db/renderings"), IMPORTS, "domain alone"],
  ["lib/jobs/store.ts", from("@/lib/db/library/documents"), IMPORTS, "runs ingest, markdown"],
  ["lib/ingest/job.ts", from("@/lib/jobs/worker-pool"), IMPORTS, "domain alone"],
  ["lib/db/up.ts", from("@/lib/db/study/queue"), IMPORTS, "stands above"],
  ["lib/db/study/across.ts", from("@/lib/db/library/asks"), IMPORTS, "domain alone"],
  ["lib/db/library/across.ts", from("@/lib/db/study/queue"), IMPORTS, "domain alone"],
  ["lib/db/ingest.ts", from("@/lib/ingest/decode"), IMPORTS, "domain alone"],
  ["lib/study/wing.ts", from("@/lib/library/documents"), IMPORTS, "in app alone"],
  ["lib/study/rows.ts", from("@/lib/db/library/asks"), IMPORTS, "one learner"],
  ["lib/library/wing.ts", from("@/lib/study/session"), IMPORTS, "in app alone"],
  ["lib/library/rows.ts", from("@/lib/db/study/queue"), IMPORTS, "about documents"],
  ["lib/use-case/up.ts", from("@/lib/study/session"), IMPORTS, "stand on"],
  ["lib/use-case/wing.ts", from("@/lib/db/study/queue"), IMPORTS, "stand on"],
  ["lib/wire/store.ts", from("@/lib/db/client"), IMPORTS, "shapes"],
  ["lib/wire/door.ts", from("zod"), IMPORTS, "zod costs"],
  ["lib/offline/use-case.ts", from("@/lib/study/session"), IMPORTS, "crosses the wire"],
  ["lib/cli/server.ts", from("next"), IMPORTS, "No React"],
  ["lib/study/view.ts", from("react"), IMPORTS, "No React"],
  ["lib/study/request.ts", from("next/server"), IMPORTS, "No React"],
  ["lib/study/prisma.ts", from("@prisma/client"), IMPORTS, "Only lib/db"],
  ["lib/study/route.ts", from("@/lib/http/guard"), IMPORTS, "one learner"],
  ["lib/http/store.ts", from("@/lib/db/client"), IMPORTS, "use cases alone"],
  ["lib/cli/page.ts", from("@/components/ui/prose"), IMPORTS, "thin over the use"],
  ["components/study/use-case.tsx", from("@/lib/study/study-queue"), IMPORTS, "plain data"],
  ["components/study/zod.tsx", from("zod"), IMPORTS, "zod costs"],
  ["app/prisma.ts", from("@prisma/client"), IMPORTS, "Only lib/db"],
  ["app/topics/store.ts", from("@/lib/db/topics"), IMPORTS, "A route calls"],
  ["proxy.ts", from("@/lib/db/client"), IMPORTS, "use cases alone"],
  ...[
    "app/api",
    "components/study",
    "lib/cli",
    "lib/db",
    "lib/domain",
    "lib/http",
    "lib/ingest/dialects",
    "lib/jobs",
    "lib/library/run",
    "lib/markdown",
    "lib/offline",
    "lib/study",
    "lib/use-case",
    "lib/wire",
  ].map((room): [string, string, string, string] => [
    `${room}/out.ts`,
    from(room.includes("lib/ingest") ? "../../x" : "../x"),
    IMPORTS,
    "Say @/",
  ]),
  ["lib/study/one.ts", from("./two"), "import(no-cycle)", "cycle"],
  ["lib/study/two.ts", from("./one"), "import(no-cycle)", "cycle"],
];

/** What the same rules allow. */
const SOUND: [file: string, line: string][] = [
  ["lib/domain/rating.ts", "export type Rating = 1 | 2 | 3 | 4;"],
  ["lib/domain/schedule.ts", from("ts-fsrs")],
  ["lib/domain/study-day.ts", "export const epoch = new Date(0);"],
  ["lib/domain/due.ts", "export type Due = { dueAt: Date };"],
  ["lib/study/queue.ts", from("@/lib/db/study/queue")],
  ["lib/study/opened.ts", from("@/lib/db/client")],
  ["lib/library/run.ts", from("@/lib/db/library/asks")],
  ["lib/db/study/rows.ts", from("@/lib/db/client")],
  ["lib/cli/serve.ts", from("next")],
  ["lib/jobs/read.ts", from("@/lib/ingest/decode")],
  ["lib/db/generate.ts", from("@prisma/client")],
  ["components/study/card.tsx", from("@/lib/domain/rating")],
  ["app/page.ts", from("@/lib/study/topics")],
  ["app/documents.ts", from("@/lib/library/documents")],
];

describe("a boundary broken on purpose turns the lint red", () => {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-lint-"));
  let reported: Report["diagnostics"];

  beforeAll(() => {
    reported = lint(folder, [...BROKEN, ...SOUND]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(BROKEN)("%s: %s", (file, _, rule, says) => {
    const here = reported.filter(({ filename }) => filename === file);
    expect(here.map(({ code }) => code)).toEqual([rule]);
    expect(`${here[0]?.message} ${here[0]?.help}`).toContain(says);
    expect(here[0]?.severity).toBe("error");
  });

  test.each(SOUND)("but not %s: %s", (file) => {
    expect(reported.filter(({ filename }) => filename === file)).toEqual([]);
  });
});

const Report = z.object({
  diagnostics: z.array(
    z.object({
      filename: z.string(),
      code: z.string(),
      severity: z.string(),
      message: z.string(),
      help: z.string().default(""),
    }),
  ),
});
type Report = z.infer<typeof Report>;

type OneLine = [file: string, line: string, ...unknown[]];

/** What oxlint with our rules says of a folder of files with one line each. */
function lint(folder: string, files: OneLine[]): Report["diagnostics"] {
  copyFileSync(join(ROOT, CONFIG), join(folder, CONFIG));
  for (const [file, line] of files) write(join(folder, file), `${line}\n`);
  const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
  const { stdout, status } = spawnSync(process.execPath, [oxlint, "-c", CONFIG, "--format=json"], {
    cwd: folder,
    encoding: "utf8",
    // It looks for the type-aware half beside what it lints.
    env: { ...process.env, OXLINT_TSGOLINT_PATH: join(ROOT, "node_modules/.bin/tsgolint") },
  });
  expect(status).toBe(1);
  return Report.parse(JSON.parse(stdout)).diagnostics;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function from(module: string): string {
  return `export { it } from "${module}";`;
}
