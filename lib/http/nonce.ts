import { headers } from "next/headers";

/** The header by which proxy.ts tells a page the nonce of its policy. */
export const NONCE_HEADER = "x-nonce";

/** What a script within the page carries to be run. */
export async function requestNonce(): Promise<string | undefined> {
  return (await headers()).get(NONCE_HEADER) ?? undefined;
}
