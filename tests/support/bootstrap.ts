import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/**
 * Runs a module of a few lines in a process of its own, as the bootstrap is plain JavaScript without types
 * for us, and answers what it printed. `given` is there as such.
 */
export async function inNode(script: string, given: unknown): Promise<string> {
  const child = spawn(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `const given = JSON.parse(process.argv[1]);\n${script}`,
    ].concat(JSON.stringify(given)),
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  await once(child, "close");
  return output;
}
