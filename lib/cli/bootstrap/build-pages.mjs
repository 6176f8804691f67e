import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { alone } from "./alone.mjs";
import { inRoot } from "./paths.mjs";
import { isRunning, markOf } from "./process-mark.mjs";
import { Refusal } from "./refusal.mjs";
import { runNode } from "./run.mjs";
import { fingerprintOf, isFresh, writeStamp } from "./stamps.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "proxy.ts",
  "next.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "prisma/schema.prisma",
];

/**
 * The folder (relative to the clone) of a production build of the sources as they are, made if there
 * is none, with the worker of the same sources. Each set of sources has a folder of its own: a build
 * never touches a running server's files.
 * @param {import("./progress.mjs").Progress} progress
 * @returns {Promise<string>}
 */
export function buildPages(progress) {
  return alone(() => buildOnce(progress));
}

/** @param {import("./progress.mjs").Progress} progress */
async function buildOnce({ phase }) {
  const inputs = fingerprintOf(SOURCES, [process.version]);
  const folder = `.build/next/${inputs.slice(0, 12)}`;
  const stamp = inRoot(folder, ".rehearse");
  if (isFresh(stamp, inputs)) return folder;
  await phase("Building the pages", async () => {
    rmSync(inRoot(folder), { recursive: true, force: true });
    mkdirSync(inRoot(folder), { recursive: true });
    const { code, output } = await runNode(["node_modules/next/dist/bin/next", "build"], {
      env: { REHEARSE_BUILD: folder, NODE_ENV: "production" },
    });
    if (code !== 0) throw new Refusal(`The pages could not be built. Next says:\n${output.trim()}`);
    rmSync(inRoot(folder, "cache"), { recursive: true, force: true });
    copyFileSync(inRoot(".build/cli/worker.mjs"), inRoot(folder, "worker.mjs"));
    writeListOfParts(folder, inputs.slice(0, 12));
    writeStamp(stamp, inputs);
    removeUnused(inputs.slice(0, 12));
  });
  return folder;
}

/**
 * What a browser may ask of a build, for lib/offline/keep-app.ts: it keeps all of it.
 * @param {string} folder
 * @param {string} version
 */
function writeListOfParts(folder, version) {
  const parts = readdirSync(inRoot(folder, "static"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(inRoot(folder), join(parentPath, name)))
    .map((path) => `/_next/${path.split(sep).map(encodeURIComponent).join("/")}`);
  writeFileSync(inRoot(folder, "static/rehearse.json"), JSON.stringify({ version, parts }));
}

/**
 * Notes that this process serves a build, so that no other removes it.
 * @param {string} folder
 */
export function claimBuild(folder) {
  writeFileSync(inRoot(folder, `serving.${markOf(process.pid)}`), "");
}

/** @param {string} current */
function removeUnused(current) {
  const builds = inRoot(".build/next");
  for (const entry of readdirSync(builds, { withFileTypes: true })) {
    const folder = join(builds, entry.name);
    if (entry.isDirectory() && entry.name !== current && !isServed(folder))
      rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function isServed(folder) {
  return readdirSync(folder)
    .filter((name) => name.startsWith("serving."))
    .some((name) => isRunning(name.slice("serving.".length)));
}
