import { mkdirSync, readFileSync } from "node:fs";
import { buildPages } from "./build-pages.mjs";
import { inRoot } from "./paths.mjs";
import { progressOn } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { runNode } from "./run.mjs";
import { setUp } from "./set-up.mjs";

const VITEST_REPORT = ".build/reports/vitest.json";
const PLAYWRIGHT_REPORT = ".build/reports/playwright.json";

/** @type {[name: string, script: string[]][]} */
const FAST = [
  [
    "Format",
    [
      "node_modules/prettier/bin/prettier.cjs",
      "--check",
      "--log-level=warn",
      "--cache",
      "--cache-strategy=content",
      "--cache-location=.build/prettier",
      ".",
    ],
  ],
  ["Lint", ["node_modules/oxlint/bin/oxlint", "-c", "oxlint.config.mjs"]],
  ["Types of the routes", ["node_modules/next/dist/bin/next", "typegen"]],
  ["Types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]],
  ["Types of the bootstrap", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "lib/cli"]],
  ["Dead code", ["node_modules/knip/bin/knip.js"]],
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

/** @type {[name: string, script: string[]]} */
const END_TO_END = [
  "End-to-end tests",
  ["node_modules/playwright/cli.js", "test", "-c", "tests/playwright.config.ts"],
];

/**
 * Set-up and all checks, each with its time; stops at the first that fails, and shows what it said.
 * @param {{ everything: boolean }} which with the build and the end-to-end tests, or the fast gate
 */
export async function runChecks({ everything }) {
  const progress = progressOn(process.stdout);
  await setUp(progress);
  mkdirSync(inRoot(".build/reports"), { recursive: true });
  for (const [name, script] of FAST) await check(progress, name, script);
  await check(progress, "Unit and property tests", everything ? UNIT : QUICK_UNIT);
  if (everything) {
    await buildPages(progress);
    await check(progress, ...END_TO_END, { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT });
  }
  for (const { name, seconds } of progress.phases)
    process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${name}\n`);
  process.stdout.write(`${count(everything)} passed, 0 failed\n`);
}

/**
 * @param {import("./progress.mjs").Progress} progress
 * @param {string} name
 * @param {string[]} script
 * @param {Record<string, string>} [env]
 */
async function check({ phase }, name, script, env = {}) {
  const { code, output } = await phase(name, () => runNode(script, { env }));
  if (code !== 0) throw new Refusal(`${output.trim()}\n\n${name}: failed.`);
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
