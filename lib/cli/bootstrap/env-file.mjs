import { existsSync, readFileSync, statSync } from "node:fs";
import { parseEnv } from "node:util";
import { Refusal } from "./refusal.mjs";

const OURS = ["PORT", "HOST", "DATA_DIR", "CONTENT_DIR", "DATABASE_URL"];

/**
 * Sets the variables of a `.env` that are not set yet; without the file there are none.
 * @param {string} file its whole path
 * @throws {Refusal} when it can't be read, or says something that would be passed over without a word
 */
export function loadEnvFile(file) {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory())
    throw new Refusal(
      `${file} is a folder, and Rehearse reads its variables from a file of that name. Rename the folder.`,
    );
  for (const { number, line, name, text } of settings(decode(readFileSync(file)))) {
    if (!name || isMisspelt(name))
      throw new Refusal(
        `Line ${number} of ${file} sets nothing: ${JSON.stringify(line)}. Write NAME=value with the name as in the README, or # before a note.`,
      );
    process.env[name] ??= parseEnv(text)[name] ?? "";
  }
}

/**
 * Editors and shells of Windows begin a file with a mark of its encoding, which is no part of it.
 * @param {Buffer} bytes
 */
function decode(bytes) {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Each setting with the lines below that its value goes on in, for the parser to read by itself: what it
 * doesn't know it takes for the beginning of the next one's name, and loses both.
 * @param {string} content
 */
function* settings(content) {
  const lines = content.split(/\r\n|\n|\r/).map((line) => line.trim());
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line === "" || line.startsWith("#")) continue;
    const [, name, value = ""] = /^(?:export\s+)?([\w.-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    const last = lastLine(value, lines, at);
    const below = lines.slice(at + 1, last + 1);
    const text = [`${name}=${value}`, ...below].join("\n");
    yield { number: at + 1, line, name: last < at ? undefined : name, text };
    at += below.length;
  }
}

/**
 * On Windows `port` would do; elsewhere it is another variable.
 * @param {string} name
 */
function isMisspelt(name) {
  return !OURS.includes(name) && OURS.includes(name.toUpperCase());
}

/**
 * Where a value ends: where its quote is closed; -1 when that is nowhere.
 * @param {string} value
 * @param {string[]} lines
 * @param {number} at
 */
function lastLine(value, lines, at) {
  const [quote = ""] = value;
  if (!["'", '"', "`"].includes(quote) || value.includes(quote, 1)) return at;
  return lines.findIndex((line, index) => index > at && line.includes(quote));
}
