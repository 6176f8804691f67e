import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inNode } from "@/tests/support/bootstrap";
import { aFolder } from "@/tests/support/store";

const READ = `import { loadEnvFile } from "./lib/cli/bootstrap/env-file.mjs";
  import { sentenceFor } from "./lib/cli/bootstrap/mishaps.mjs";
  if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
  const before = { ...process.env };
  const answers = given.map((file) => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    try {
      loadEnvFile(file);
      return Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in before)));
    } catch (error) {
      return sentenceFor(error) ?? error.stack;
    }
  });
  process.stdout.write(JSON.stringify(answers));`;

describe("a file .env", () => {
  const SOUND: [what: string, content: string | Buffer, set: Record<string, string>][] = [
    ["plain", "PORT=4000\nDATA_DIR=/srv/data\n", { PORT: "4000", DATA_DIR: "/srv/data" }],
    ["with a byte-order mark", "\uFEFFPORT=4000\nHOST=::1", { PORT: "4000", HOST: "::1" }],
    [
      "as PowerShell writes it",
      Buffer.from("\uFEFFPORT=4000\r\nHOST=::1\r\n", "utf16le"),
      { PORT: "4000", HOST: "::1" },
    ],
    [
      "as UTF-16 the other way round",
      Buffer.from("\uFEFFPORT=4000", "utf16le").swap16(),
      { PORT: "4000" },
    ],
    ["with the line ends of an old Mac", "PORT=4000\rHOST=::1\r", { PORT: "4000", HOST: "::1" }],
    [
      "indented, exported, quoted and commented",
      `# mine\n\n\tPORT = 4000 # as at work\nexport  DATA_DIR='/srv/my data'\nHOST="::1"`,
      { PORT: "4000", DATA_DIR: "/srv/my data", HOST: "::1" },
    ],
    [
      "with a value over several lines",
      'KEY="begins\nport: 1\nends"\nPORT=4000',
      { KEY: "begins\nport: 1\nends", PORT: "4000" },
    ],
    ["empty", "", {}],
    ["with an empty value", "PORT=\n", { PORT: "" }],
  ];
  const WRONG: [what: string, content: string, sentence: RegExp][] = [
    ["a colon", "PORT: 4000", /^Line 1 of .+\.env sets nothing: "PORT: 4000"\. Write NAME=value/],
    ["a blank", "HOST=::1\nPORT 4000", /^Line 2 of .+ sets nothing: "PORT 4000"\./],
    ["a quote that is never closed", 'PORT=4000\nDATA_DIR="/srv', /^Line 2 of .+ sets nothing: /],
    ["small letters", "port=4000", /^Line 1 of .+ sets nothing: "port=4000"\./],
    ["a note without its mark", "my ports\nPORT=4000", /^Line 1 of .+ sets nothing: "my ports"\./],
  ];

  test("is read however it is written, and what sets nothing is said", async () => {
    const folder = aFolder();
    chmodSync(folder, 0o755);
    const files = [...SOUND, ...WRONG].map(([what, content]) => {
      mkdirSync(join(folder, what));
      writeFileSync(join(folder, what, ".env"), content);
      return join(folder, what, ".env");
    });
    const answers: unknown[] = JSON.parse(await inNode(READ, files));
    for (const [index, [what, , set]] of SOUND.entries())
      expect([what, answers[index]]).toEqual([what, set]);
    for (const [index, [what, , sentence]] of WRONG.entries())
      expect([what, answers[SOUND.length + index]]).toEqual([
        what,
        expect.stringMatching(sentence),
      ]);
  });

  test("that is none, or can't be read, is said in a sentence", async () => {
    const folder = aFolder();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, "folder/.env"), { recursive: true });
    const secret = join(folder, "secret.env");
    writeFileSync(secret, "PORT=4000");
    chmodSync(secret, 0);
    const files = [join(folder, "folder/.env"), secret, join(folder, "no/such")];
    const [isFolder, isSecret, isNone]: unknown[] = JSON.parse(await inNode(READ, files));
    expect(isFolder).toMatch(/\.env is a folder, .* Rename the folder\.$/);
    expect(isSecret).toMatch(/^Rehearse may not use .+secret\.env \(EACCES\)/);
    expect(isNone).toEqual({});
  });
});
