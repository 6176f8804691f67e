// What bad and what large input costs: processor time against the 2 s and 20 ms a KB that it may
// have, and the peak of the process; each in a process of its own.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { extractInWorker } from "@/lib/jobs/extract-in-worker";
import { manyDocuments } from "@/tests/support/many-documents";

const KB = 1024;
const MB = 1024 * KB;
const question = (i: number, answer: string) =>
  `## Topic ${i}\n\n#### Question #${i}\n\nWhy ${i}?\n\n#### Answer:\n\n${answer}\n\n`;
const questions = (count: number, answer: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => question(i + 1, answer(i))).join("");
const filled = (mark: string, size: number) => mark.repeat(Math.ceil(size / mark.length));
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${line(i + 1)}\n`).join("");
const honest = (size: number) => {
  const one = manyDocuments(1)["content/0.md"] ?? "";
  const texts = Object.values(manyDocuments(Math.ceil(size / one.length)));
  return texts.join("\n\n").slice(0, size);
};

const INPUTS: Record<string, () => string | Uint8Array> = {
  "the user's document": () => honest(100 * KB),
  "honest, 600 KB": () => honest(600 * KB),
  "honest, 2 MB": () => honest(2 * MB),
  "honest, 5 MB": () => honest(5 * MB),
  "honest, 10 MB": () => honest(10 * MB),
  "`*a_ `, 40 KB": () => filled("*a_ ", 40 * KB),
  "`*a_ `, 9 MB": () => filled("*a_ ", 9 * MB),
  "600 KB, every section quadratic": () => questions(15, () => filled("*a_ ", 40 * KB)),
  "600 KB, every third section quadratic": () =>
    questions(60, (i) =>
      i % 3 === 0 ? filled("*a_ ", 20 * KB) : filled("A good answer. ", 5 * KB),
    ),
  "9 MB, every section quadratic": () => questions(230, () => filled("*a_ ", 40 * KB)),
  "20,000 quotes": () => question(1, `${filled("> ", 40_000)}a`),
  "20,000 lists": () => question(1, `${filled("- ", 40_000)}a`),
  "20,000 `*`": () => question(1, `${filled("*", 20_000)}a`),
  "20,000 `**a `": () => question(1, filled("**a ", 80_000)),
  "20,000 brackets": () => question(1, `${filled("[", 20_000)}a`),
  "20,000 links": () => question(1, filled("[a](", 80_000)),
  "20,000 pictures": () => question(1, `${filled("![", 40_000)}a`),
  "20,000 `<div>`": () => question(1, `${filled("<div>", 100_000)}a`),
  "20,000 `<details>` apart": () =>
    question(1, filled("<details>\n<summary>a</summary>\n\n", 20_000 * 34)),
  "20,000 lists, a line each": () =>
    Array.from({ length: 600 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n"),
  "a million `[`": () => filled("[", 1_000_000),
  "a million backticks": () => Array.from({ length: 1400 }, (_, i) => "`".repeat(i)).join(" "),
  "a heading of 1 MB": () => `# ${filled("word ", MB)}\n\nb`,
  "100,000 headings": () => filled("# A\n", 400_000),
  "100,000 questions": () => filled("# Why?\n\nSo.\n\n", 1_300_000),
  "a line of 9 MB": () => filled("word ", 9 * MB),
  "a table of 2 MB": () => `| a | b |\n| - | - |\n${filled("| c | d |\n", 2 * MB)}`,
  "a table of 5,000 columns": () =>
    `${filled("| a ", 20_000)}|\n${filled("| - ", 20_000)}|\n${filled("| b ", 20_000)}|\n`,
  "a fence of 9 MB without an end": () => `# A\n\n\`\`\`\n${filled("# b\n\nc\n\n", 9 * MB)}`,
  "a comment of 5 MB without an end": () => `# A\n\n<!--\n\n${filled("# b\n\nc\n\n", 5 * MB)}`,
  "a list of 1 MB": () => filled("- What is a zone?\n", MB),
  "9 MB of blank lines": () => filled("\n", 9 * MB),
  "front matter of 1 MB": () => `---\n${filled("a: [b]\n", MB)}---\n${question(1, "a")}`,
  "front matter nested 20,000 deep": () =>
    `---\na: ${filled("[", 20_000)}\n---\n${question(1, "a")}`,
  "an alias bomb": () =>
    `---\n${Array.from({ length: 30 }, (_, i) => (i === 0 ? "a0: &a0 [x, x]" : `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`)).join("\n")}\n---\n${question(1, "a")}`,
  "10,000 definitions, 10,000 links": () =>
    `${Array.from({ length: 10_000 }, (_, i) => `[l${i}]: /${i}\n`).join("")}\n${questions(100, (i) => Array.from({ length: 100 }, (_, n) => `[l${i * 100 + n}]`).join(" "))}`,
  "10,000 footnotes": () =>
    questions(
      100,
      (i) =>
        `a[^${i}] b\n\n${Array.from({ length: 100 }, (_, n) => `[^${i * 100 + n}]: c\n`).join("")}`,
    ),
  "NUL bytes, 5 MB": () => new Uint8Array(5 * MB),
  "random bytes, 5 MB": () =>
    Uint8Array.from({ length: 5 * MB }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255),
  "lone surrogates in UTF-16": () =>
    new Uint8Array([
      255,
      254,
      ...Array.from({ length: 100 * KB }, (_, i) => (i % 2 === 0 ? 0 : 0xd8)),
    ]),
  "right-to-left marks, 1 MB": () => question(1, filled("\u202E\u200F\u2066a", 300_000)),
  "entities, 1 MB": () => question(1, filled("&amp;", 400_000)),
  "`<a `, 400 KB": () => question(1, filled("<a ", 400_000)),
  "`<!-`, 400 KB": () => question(1, filled("a <!-", 400_000)),
  "autolinks, 400 KB": () => question(1, filled("www.a.", 400_000)),
  "e-mail addresses, 400 KB": () => question(1, filled("a@b.", 400_000)),
  "tildes, 400 KB": () => question(1, filled("~~a ", 400_000)),
  "words with a parenthesis, 400 KB": () => question(1, filled("(a ", 400_000)),
  "`**a**: `, 400 KB": () => question(1, filled("**a**: ", 400_000)),
  "a sentence of 400 KB": () => question(1, filled("a, b and ", 400_000)),
  "Q: and A: lines, 400 KB": () => filled("Q: a\nA: b\n", 400_000),
  "answer keys, 80 KB": () => filled("Answers:\n\n", 80 * KB),
  "a key of 5,000 answers": () =>
    `${lines(5000, (i) => `${i}. Why ${i}?`)}\n## Answers\n\n${lines(5000, (i) => `${i}. B${i}`)}`,
  "5,000 `<details>` in each other": () =>
    `${lines(5000, (i) => `<details><summary>Why ${i}?</summary>`)}a`,
  "50,000 `<summary>`": () => `<details>\n${filled("<summary>a</summary>\n", 1_050_000)}`,
  "50,000 `<!--` without an end": () => filled("<!--\n", 250_000),
  "60,000 keys of front matter": () =>
    `---\n${lines(60_000, (i) => `key${i}: ${i}`)}---\n${question(1, "a")}`,
  "3,000 footnotes, each of the next": () =>
    lines(3000, (i) => `[^${i}]: see [^${i + 1}]\n`) + questions(300, (i) => `see [^${i}]`),
  "a card with 150 KB of spaces": () => `Why?::a${filled(" ", 150 * KB)}b\n`,
  "`a::b`, 400 KB": () => filled("a::b\n\n", 400_000),
  "`?`, 400 KB": () => filled("a\n?\nb\n\n", 400_000),
};

const [, , chosen] = process.argv;
if (chosen !== undefined) await measure(chosen);
else
  for (const name of Object.keys(INPUTS))
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: "inherit" });

async function measure(name: string): Promise<void> {
  const content = INPUTS[name]?.() ?? "";
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const before = process.cpuUsage();
  const { questions: found, problems } = await extractInWorker({
    path: "a.md",
    folders: [],
    bytes,
  });
  const { user, system } = process.cpuUsage(before);
  const kilobytes = bytes.length / KB;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const used = seconds((user + system) / 1000);
  const allowed = seconds(2000 + 20 * kilobytes);
  const peak = Math.round(process.resourceUsage().maxRSS / KB);
  const told = problems.slice(0, 3).map(({ line, code }) => `${code} ${line}`);
  console.log(
    `${name}: ${used} / ${allowed} s, peak ${peak} MB; ${found.length} questions, ${problems.length} problems: ${told.join(", ")}`,
  );
}
