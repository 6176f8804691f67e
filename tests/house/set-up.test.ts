import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const ALL_TOOLS = ["g++", "make", "python3"];

describe("when the packages can't be installed", () => {
  test("a missing compiler is named, and how to get it", () => {
    const said = whyNotInstalled(COMPILING, ["make", "python3"]);
    expect(said).toMatch(
      /^SQLite had to be compiled .*there is no g\+\+: install.*apt-get install/,
    );
    expect(said).toMatch(ONE_LINE);
  });

  test("all that is missing is named", () => {
    expect(whyNotInstalled(COMPILING, [])).toContain("there is no g++, no make, no python3:");
  });

  test.each(Object.entries(WITHOUT_HEADERS))("headers that don't come: %s", (_, output) => {
    const said = whyNotInstalled(COMPILING + output, ALL_TOOLS);
    expect(said).toMatch(/headers could not be fetched: install them .* or connect/);
    expect(said).toMatch(ONE_LINE);
  });

  test.each(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET"])(
    "no network (%s), whichever package and tool is not there",
    (code) => {
      const output = `npm error code ${code}
npm error network request to https://packages.example/better-sqlite3-12.11.1.tgz failed
npm error network This is a problem related to network connectivity.`;
      for (const tools of [ALL_TOOLS, []])
        expect(whyNotInstalled(output, tools)).toBe(
          "The packages could not be fetched: connect to the internet and start again.",
        );
    },
  );

  test("anything else is told in npm's own words", () => {
    const words = "npm error code ENOSPC\nnpm error no space left";
    expect(whyNotInstalled(`${words}\n`, ALL_TOOLS)).toBe(
      `The packages could not be installed. npm says:\n${words}`,
    );
  });

  test("so is a compiler that is too old, though the headers came", () => {
    const output = `npm error gyp http GET https://nodejs.org/dist/node-v20.20.2-headers.tar.gz
npm error prebuild-install warn install getaddrinfo ENOTFOUND github.com
npm error g++: error: unrecognized command line option '-std=c++20', line 403
npm error gyp ERR! build error
npm error gyp ERR! stack Error: \`make\` failed with exit code: 2
npm error gyp ERR! stack at ChildProcess.<anonymous> (/usr/lib/node_modules/npm/node_modules/node-gyp/lib/build.js:219:23)`;
    expect(whyNotInstalled(COMPILING + output, ALL_TOOLS)).toContain("-std=c++20");
  });
});

describe("a command that there isn't", () => {
  test.each(["nonsense", "", "constructor", "__proto__", "--help"])(
    "“%s” is one sentence",
    (name) => {
      const { status, stdout, stderr } = node(["lib/cli/rehearse.mjs", name]);
      expect(stderr).toMatch(/^Rehearse knows: start, build, .*test\.\n$/);
      expect([status, stdout]).toEqual([1, ""]);
    },
  );
});

const ONE_LINE = /^[^\n]+\.$/;

// As npm 10 and node-gyp 12 say it.
const COMPILING = `npm error code 1
npm error path /home/ada/rehearse/node_modules/better-sqlite3
npm error command failed
npm error command sh -c prebuild-install || node-gyp rebuild --release
`;
const WITHOUT_HEADERS = {
  "an unknown name": `npm error gyp ERR! configure error
npm error gyp ERR! stack Error: This is most likely not a problem with node-gyp or the package itself and
npm error gyp ERR! stack is related to network connectivity. In most cases you are behind a proxy or have bad
npm error gyp ERR! stack network settings.`,
  "a proxy that refuses": `npm error gyp ERR! configure error
npm error gyp ERR! stack Error: 403 response downloading https://nodejs.org/download/release/v20.20.2/node-v20.20.2-headers.tar.gz`,
  "a closed port": `npm error gyp ERR! configure error
npm error gyp ERR! stack TypeError: fetch failed
npm error gyp ERR! stack at async install (/usr/lib/node_modules/npm/node_modules/node-gyp/lib/install.js:63:18)`,
};

/** The bootstrap is plain JavaScript without types for us: it is asked in a process of its own. */
function whyNotInstalled(output: string, tools: string[]): string {
  const script = `import { whyNotInstalled } from "./lib/cli/bootstrap/set-up.mjs";
    const [output, tools] = JSON.parse(process.argv[1]);
    process.stdout.write(whyNotInstalled(output, (tool) => tools.includes(tool)));`;
  const { stdout, stderr } = node([
    "--input-type=module",
    "--eval",
    script,
    JSON.stringify([output, tools]),
  ]);
  expect(stderr).toBe("");
  return stdout;
}

function node(args: string[]) {
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
}
