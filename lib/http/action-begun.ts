import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

declare global {
  // The server and the pages that it serves are bundled apart.
  var rehearseForms: AsyncLocalStorage<{ begun: boolean }> | undefined;
}

/** Says that the form under way could be read: what fails from here on is a fault of ours. */
export function noteActionBegun(): void {
  const form = globalThis.rehearseForms?.getStore();
  if (form) form.begun = true;
}

/**
 * Has a form answered. Where Next fails before any action of ours began, it could not read what was
 * sent, and answers as if that were our fault.
 */
export function blamingSender(response: ServerResponse, answer: () => void): void {
  const form = { begun: false };
  const writeHead = response.writeHead.bind(response);
  Object.assign(response, {
    writeHead: (status: number, ...rest: []) =>
      writeHead(status === 500 && !form.begun ? 400 : status, ...rest),
  });
  globalThis.rehearseForms ??= new AsyncLocalStorage();
  globalThis.rehearseForms.run(form, answer);
}
