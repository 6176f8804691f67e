import { readdirSync } from "node:fs";
import { inRoot, ROOT } from "./paths.mjs";
import { progressOn } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { runNode } from "./run.mjs";
import { setUp } from "./set-up.mjs";

/** Many minutes each: run when they are named. */
const LONG = [
  "bad-input",
  "beside",
  "folders",
  "fuzz",
  "grading",
  "offline",
  "reconcile",
  "scale",
  "uploads",
];

const SIZE = /^\d+$/;

/**
 * Runs the benchmarks named, or all but the long ones: each prints its figures and its ratios. Numbers are
 * sizes, for those that take any.
 * @param {string[]} args
 */
export async function bench(args) {
  const sizes = args.filter((arg) => SIZE.test(arg));
  const names = args.filter((arg) => !SIZE.test(arg));
  await setUp(progressOn(process.stderr));
  const all = readdirSync(inRoot("tests/bench"))
    .filter((file) => file.endsWith(".bench.ts"))
    .map((file) => file.slice(0, -".bench.ts".length));
  const unknown = names.find((name) => !all.includes(name));
  if (unknown) throw new Refusal(`There is no benchmark ${unknown}. There are: ${all.join(", ")}.`);
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints: all.map((name) => `tests/bench/${name}.bench.ts`),
    outdir: ".build/bench",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
  });
  const chosen = names.length > 0 ? names : all.filter((name) => !LONG.includes(name));
  for (const name of chosen) {
    const { code } = await runNode([`.build/bench/${name}.bench.mjs`, ...sizes], { show: true });
    if (code !== 0) throw new Refusal(`The benchmark ${name} failed.`);
  }
}
