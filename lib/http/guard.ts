/** Why a request is refused before anything of it is read. */
export type Refusal = { status: 421 | 403; detail: string };

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site could make a browser send: a request under a name that is not ours
 * (DNS rebinding), also to read; and an unsafe one from another origin. Null lets it pass.
 * Next checks neither in route handlers.
 */
export function guard(request: { method: string; headers: Headers }, port: number): Refusal | null {
  return wrongHost(request.headers, port) ?? wrongOrigin(request, port);
}

/** The part of the guard that holds for every request, pages too. */
export function wrongHost(headers: Headers, port: number): Refusal | null {
  const host = headers.get("host")?.toLowerCase() ?? "";
  if (ownHosts(port).includes(host)) return null;
  return {
    status: 421,
    detail: `This server does not answer as ${host || "a host without name"}.`,
  };
}

function wrongOrigin(
  { method, headers }: { method: string; headers: Headers },
  port: number,
): Refusal | null {
  if (SAFE_METHODS.has(method)) return null;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const ours = origin === null || ownHosts(port).some((host) => origin === `http://${host}`);
  const same = site === null || site === "same-origin" || site === "none";
  if (ours && same) return null;
  return { status: 403, detail: "Another site may not change anything here." };
}

/** Without accounts the server is for this machine alone, under the names that it has there. */
function ownHosts(port: number): string[] {
  const names = ["127.0.0.1", "localhost", "[::1]"];
  const withPort = names.map((name) => `${name}:${port}`);
  return port === 80 ? [...withPort, ...names] : withPort;
}
