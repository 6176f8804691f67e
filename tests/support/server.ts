import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY = /Rehearse is ready at (\S+)\n/;

/** A started Rehearse, or what it said when it would not start. */
export type Started = {
  url: string | null;
  output: () => string;
  process: ChildProcess;
  /** Ends it, and answers its exit code; null when the signal itself ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
};

export type Settings = { port?: number; dataFolder?: string; env?: Record<string, string> };

/** Starts Rehearse as `npm start` does, on a free port and with data of its own unless told. */
export async function startRehearse({
  port,
  dataFolder,
  env = {},
}: Settings = {}): Promise<Started> {
  const child = spawn(process.execPath, ["lib/cli/rehearse.mjs", "start"], {
    env: {
      ...process.env,
      PORT: String(port ?? (await freePort())),
      DATA_DIR: dataFolder ?? temporaryFolder(),
      CONTENT_DIR: "content",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const exited = once(child, "close");
  const url = await new Promise<string | null>((resolve) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = READY.exec(output);
      if (ready) resolve(ready[1] ?? null);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("close", () => resolve(null));
  });
  return {
    url,
    process: child,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "rehearse-e2e-"));
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || !address) throw new Error("No port was given");
  return address.port;
}
