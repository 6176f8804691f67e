// What a page weighs: the script of Study and Today, gzip, against an empty page of the same Next; the fonts
// that are there before the first paint. And what Lighthouse says of both, on its phone, where it can be had:
// LIGHTHOUSE names its cli/index.js (npm i lighthouse, in a folder elsewhere).
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { chromiumPath } from "@/tests/support/chromium";
import { freePort, startRehearse } from "@/tests/support/server";

const NEXT = "node_modules/next/dist/bin/next";
const EMPTY = ".build/empty-page";
const PAGES = ["/study", "/"];
const RUNS = 5;

const server = await startRehearse();
if (!server.url) throw new Error(server.output());
const empty = await startEmpty();
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: chromiumPath(), args });
const bare = await weigh(`${empty.url}/`);
console.log(`An empty page of this Next: ${kilobytes(bare.script)} of script, gzip`);
for (const path of PAGES) {
  const page = await weigh(`${server.url}${path}`);
  console.log(
    `  ${path}: ${kilobytes(page.script)} of script, ratio ${(page.script / bare.script).toFixed(2)} (aim: ≤ 1.35); fonts ${page.fonts.map(kilobytes).join(" + ") || "none"}`,
  );
}
await browser.close();
const lighthouse = process.env["LIGHTHOUSE"];
if (lighthouse === undefined) console.log("Lighthouse: not named, not run");
else for (const path of PAGES) judge(lighthouse, path);
await server.end("SIGTERM");
empty.end();

type Weight = { script: number; fonts: number[] };

/** On a phone, with nothing in the browser yet. */
async function weigh(address: string): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const scripts: Promise<Buffer>[] = [];
  const fonts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind === "script") scripts.push(response.body());
    if (kind === "font") fonts.push(response.body());
  });
  await page.goto(address);
  await page.waitForTimeout(3000);
  const script = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  const weight = { script, fonts: (await Promise.all(fonts)).map(({ length }) => length) };
  await context.close();
  return weight;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** A page with a word on it, built and served by the same Next. */
async function startEmpty(): Promise<{ url: string; end: () => void }> {
  rmSync(EMPTY, { recursive: true, force: true });
  mkdirSync(`${EMPTY}/app`, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(`${EMPTY}/${name}`, text);
  write("package.json", `{ "type": "module" }`);
  write("next.config.mjs", "export default { turbopack: { root: process.cwd() + '/../..' } };");
  write(
    "app/layout.jsx",
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  );
  write("app/page.jsx", "export default () => <main>Nothing</main>;");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const next = `../../${NEXT}`;
  execFileSync(process.execPath, [next, "build"], { cwd: EMPTY, env, stdio: "ignore" });
  const port = String(await freePort());
  const served = spawn(process.execPath, [next, "start", "-p", port, "-H", "127.0.0.1"], {
    cwd: EMPTY,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const said of served.stdout) if (String(said).includes("Ready in")) break;
  return { url: `http://127.0.0.1:${port}`, end: () => served.kill() };
}

type Report = {
  categories: { performance: { score: number } };
  audits: Record<string, { numericValue: number }>;
};

/** The middle of some runs of Lighthouse's phone. */
function judge(cli: string, path: string): void {
  const reports = Array.from({ length: RUNS }, (): Report => {
    const said = execFileSync(
      process.execPath,
      [
        cli,
        `${server.url}${path}`,
        "--only-categories=performance",
        "--output=json",
        "--quiet",
        `--chrome-flags=--headless=new ${args.join(" ")}`,
      ],
      {
        env: { ...process.env, CHROME_PATH: chromiumPath() },
        maxBuffer: 1e9,
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
    return JSON.parse(String(said));
  });
  const middle = (of: (report: Report) => number) =>
    reports.map(of).toSorted((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
  const audit = (name: string) => middle(({ audits }) => audits[name]?.numericValue ?? Number.NaN);
  const score = middle(({ categories }) => categories.performance.score);
  console.log(
    `Lighthouse's phone, ${path}: performance ${(100 * score).toFixed(0)} (aim: ≥ 97), LCP ${audit("largest-contentful-paint").toFixed(0)} ms, TBT ${audit("total-blocking-time").toFixed(0)} ms, layout shift ${audit("cumulative-layout-shift").toFixed(3)}`,
  );
}
