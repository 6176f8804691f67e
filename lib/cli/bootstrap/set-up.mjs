import { accessSync, constants, existsSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { alone } from "./alone.mjs";
import { isInstalledAsLocked, isSqliteOurs } from "./installed.mjs";
import { inRoot, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";
import { runNode } from "./run.mjs";
import { fingerprintOf, isFresh, writeStamp } from "./stamps.mjs";

/**
 * Packages, database client and commands: each made when what it is made from has changed.
 * @param {import("./progress.mjs").Progress} progress
 */
export function setUp(progress) {
  return alone(async () => {
    await installPackages(progress);
    await generateClient(progress);
    await bundleCommands(progress);
  });
}

/** @param {import("./progress.mjs").Progress} progress */
async function installPackages({ phase }) {
  const stamp = inRoot("node_modules/.rehearse");
  if (existsSync(stamp) && isInstalledAsLocked() && isSqliteOurs()) return;
  const npm = process.env["npm_execpath"];
  if (!npm)
    throw new Refusal(
      "The packages are to be installed first: start this by npm, as in the README.",
    );
  await phase("Installing packages (some minutes, the first time)", async () => {
    rmSync(stamp, { force: true });
    const headers = existsSync("/usr/include/node") ? { npm_config_nodedir: "/usr" } : {};
    const { code, output } = await runNode(
      [npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
      { env: { ...headers, PRISMA_SCHEMA_ENGINE_BINARY: inRoot("prisma/no-engine.mjs") } },
    );
    if (code !== 0) throw new Refusal(whyNotInstalled(output, commandExists));
    writeStamp(stamp, process.version);
  });
}

/**
 * Why npm failed, in a sentence.
 * @param {string} output
 * @param {(command: string) => boolean} exists
 */
export function whyNotInstalled(output, exists) {
  const compiling = /node-gyp rebuild|gyp ERR!/.test(output);
  const missing = ["g++", "make", "python3"].filter((tool) => !exists(tool));
  if (compiling && missing.length > 0)
    return `SQLite had to be compiled for this machine, and there is no ${missing.join(", no ")}: install what is missing (Debian: apt-get install g++ make python3; macOS: xcode-select --install) and start again.`;
  if (compiling && NO_HEADERS.test(output))
    return "SQLite had to be compiled for this machine, and Node's headers could not be fetched: install them (Debian: apt-get install libnode-dev) or connect to the internet, and start again.";
  if (!compiling && NO_NETWORK.test(output))
    return "The packages could not be fetched: connect to the internet and start again.";
  return `The packages could not be installed. npm says:\n${output.trim()}`;
}

// node-gyp's own part that fetches them is install.js; a failed compilation doesn't come by it.
const NO_HEADERS = /gyp ERR!.*(response downloading|network connectivity|node-gyp.lib.install\.js)/;
const NO_NETWORK = /E(NOTFOUND|CONNREFUSED|CONNRESET|TIMEDOUT|AI_AGAIN|NETUNREACH|HOSTUNREACH)/;

/** @param {string} command */
function commandExists(command) {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {import("./progress.mjs").Progress} progress */
async function generateClient({ phase }) {
  const stamp = inRoot("lib/db/generated/.rehearse");
  const inputs = fingerprintOf(["prisma/schema.prisma", "package-lock.json"]);
  if (isFresh(stamp, inputs)) return;
  rmSync(stamp, { force: true });
  await phase("Generating the database client", async () => {
    const { code, output } = await runNode(
      ["node_modules/prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts"],
      { env: { PRISMA_SCHEMA_ENGINE_BINARY: inRoot("prisma/no-engine.mjs") } },
    );
    if (code !== 0)
      throw new Refusal(`The database client could not be made. Prisma says:\n${output.trim()}`);
    writeStamp(stamp, inputs);
  });
}

/** @param {import("./progress.mjs").Progress} progress */
async function bundleCommands({ phase }) {
  const stamp = inRoot(".build/cli/.rehearse");
  const inputs = fingerprintOf(["lib", "prisma", "package.json", "package-lock.json"]);
  if (isFresh(stamp, inputs)) return;
  rmSync(stamp, { force: true });
  await phase("Bundling the commands", async () => {
    const { build } = await import("esbuild");
    await build({
      ...COMMANDS,
      entryPoints: [
        "lib/cli/prepare.ts",
        "lib/cli/serve.ts",
        "lib/cli/ingest.ts",
        "prisma/new-migration.ts",
      ],
      splitting: true,
      packages: "external",
    });
    // With all that it needs in one file a worker starts four times as fast, and it is started often.
    await build({
      ...COMMANDS,
      ...ONE_FILE,
      entryPoints: ["lib/jobs/worker.ts"],
      // It is machine code, and is found where it was installed.
      external: ["better-sqlite3"],
    });
    writeStamp(stamp, inputs);
  });
}

/** @satisfies {import("esbuild").BuildOptions} */
const COMMANDS = /** @type {const} */ ({
  absWorkingDir: ROOT,
  entryNames: "[name]",
  outdir: ".build/cli",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "silent",
});

// Packages of the older kind ask for Node's own by require, which a module doesn't have.
const ONE_FILE = {
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
};
