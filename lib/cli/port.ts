import { createServer, type Server } from "node:http";
import type { Environment } from "@/lib/env";
import { Refusal } from "./refusal";

/** Refuses when the port is taken, before any long work is done for it. */
export async function checkPort(environment: Environment): Promise<void> {
  const probe = createServer();
  await listen(probe, environment);
  await new Promise((resolve) => probe.close(resolve));
}

/** Listens, or refuses with a sentence. */
export function listen(server: Server, { host, port }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new Refusal(reasonNotListening(error, host, port), { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}

function reasonNotListening({ code, message }: NodeJS.ErrnoException, host: string, port: number) {
  if (code === "EADDRINUSE")
    return `Port ${port} is in use by another program. Stop it, or start Rehearse with another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  if (code === "EACCES")
    return `Port ${port} may not be used by you. Start Rehearse with one above 1023: PORT=3000 npm start`;
  if (NO_SUCH_ADDRESS.test(code ?? ""))
    return `This machine has no address ${host} (${code}). Set HOST to 127.0.0.1.`;
  return `Rehearse can't listen on ${host}, port ${port}: ${message}`;
}

const NO_SUCH_ADDRESS = /^E(ADDRNOTAVAIL|AFNOSUPPORT|NOTFOUND|AI_AGAIN)$/;
