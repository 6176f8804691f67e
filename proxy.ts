import { type NextRequest, NextResponse } from "next/server";
import { readEnvironment } from "@/lib/env";
import { wrongHost } from "@/lib/http/guard";
import { NONCE_HEADER } from "@/lib/http/nonce";
import { problem } from "@/lib/http/problem";

const { port } = readEnvironment();

/** Every page: refused under a name that is not ours, and served with a policy that runs only our scripts. */
export function proxy(request: NextRequest): Response {
  const refusal = wrongHost(request.headers, port);
  if (refusal) return problem(refusal.status, refusal.detail);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);
  // And ours is told it by this.
  headers.set(NONCE_HEADER, nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Route handlers guard themselves; static files hold nothing of anybody's.
export const config = { matcher: ["/((?!api/|_next/static/).*)"] };

function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    // A remote picture would tell its host who studies what.
    "img-src 'self' data: blob:",
    // What a learner said is played back from memory.
    "media-src 'self' blob:",
    // Where 'strict-dynamic' is believed, 'self' of the scripts is not.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
