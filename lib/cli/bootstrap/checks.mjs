import { mkdirSync, readFileSync } from "node:fs";
import { buildPages } from "./build-pages.mjs";
import { inRoot } from "./paths.mjs";
import { progressOn } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { runNode } from "./run.mjs";
import { setUp } from "./set-up.mjs";

const VITEST_REPORT = ".build/reports/vitest.json";
const PLAYWRIGHT_REPORT = ".build/reports/playwright.json";

/**
 * What reads the sources: the scripts of one line at once, as none keeps all cores busy by itself.
 * @type {[name: string, scripts: string[][]][]}
 */
const FAST = [
  [
    "Format, lint and dead code",
    [
      [
        "node_modules/prettier/bin/prettier.cjs",
        "--check",
        "--log-level=warn",
        "--cache",
        "--cache-strategy=content",
        "--cache-location=.build/prettier",
        ".",
      ],
      ["node_modules/oxlint/bin/oxlint", "-c", "oxlint.config.mjs"],
      ["node_modules/knip/bin/knip.js"],
    ],
  ],
  ["Types of the routes", [["node_modules/next/dist/bin/next", "typegen"]]],
  [
    "Types",
    [
      ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."],
      ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "lib/cli"],
    ],
  ],
];

const UNIT = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "-c=tests/vitest.config.ts",
  "--reporter=dot",
  "--reporter=json",
  `--outputFile.json=${VITEST_REPORT}`,
];
/** Without those that load the server or go through the whole store. */
const QUICK_UNIT = [...UNIT, "--project=rooms"];

const END_TO_END = ["node_modules/playwright/cli.js", "test", "-c", "tests/playwright.config.ts"];

/**
 * Set-up and all checks, each with its time; stops at the first that fails, and shows what it said.
 * @param {{ everything: boolean }} which with the build and the end-to-end tests, or the fast gate
 */
export async function runChecks({ everything }) {
  const progress = progressOn(process.stdout);
  await setUp(progress);
  mkdirSync(inRoot(".build/reports"), { recursive: true });
  for (const [name, scripts] of FAST) await check(progress, name, scripts);
  await check(progress, "Unit and property tests", [everything ? UNIT : QUICK_UNIT]);
  if (everything) {
    await buildPages(progress);
    await check(progress, "End-to-end tests", [END_TO_END], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT,
    });
  }
  for (const { name, seconds } of progress.phases)
    process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${name}\n`);
  process.stdout.write(`${count(everything)} passed, 0 failed\n`);
}

/**
 * @param {import("./progress.mjs").Progress} progress
 * @param {string} name
 * @param {string[][]} scripts
 * @param {Record<string, string>} [env]
 */
async function check({ phase }, name, scripts, env = {}) {
  const ended = await phase(name, () =>
    Promise.all(scripts.map((script) => runNode(script, { env }))),
  );
  const failed = ended.filter(({ code }) => code !== 0);
  if (failed.length === 0) return;
  throw new Refusal(
    `${failed.map(({ output }) => output.trim()).join("\n\n")}\n\n${name}: failed.`,
  );
}

/**
 * How many tests passed, by the runners' own reports.
 * @param {boolean} everything
 */
function count(everything) {
  const { numPassedTests } = readReport(VITEST_REPORT);
  return numPassedTests + (everything ? readReport(PLAYWRIGHT_REPORT).stats.expected : 0);
}

/** @param {string} path */
function readReport(path) {
  return JSON.parse(readFileSync(inRoot(path), "utf8"));
}
