/** A fault in one field of what was sent. */
export type FieldFault = { path: string; message: string };

const TITLES: Record<number, string> = {
  400: "Bad request",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Not JSON",
  421: "Misdirected request",
  500: "Our fault",
  503: "Busy",
  507: "No room",
};

/** An error as `application/problem+json` (RFC 9457); `detail` is for people. */
export function problem(
  status: number,
  detail: string,
  more: { errors?: FieldFault[]; headers?: Record<string, string> } = {},
): Response {
  const body = {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    detail,
    ...(more.errors && { errors: more.errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...more.headers,
    },
  });
}

/** The answer to a method that is not taken there; `allowed` are those that are. */
export function notAllowed(allowed: readonly string[]): Response {
  const detail = `This address takes ${allowed.join(", ")} alone.`;
  return problem(405, detail, { headers: { allow: allowed.join(", ") } });
}
