import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "../support/e2e";

const METHODS = "GET HEAD POST PUT PATCH DELETE OPTIONS TRACE CONNECT PROPFIND BREW".split(" ");
const PLACES = ["/", "/study", "/topics/a", "/settings", "/nowhere", "/icon.svg", "/_next/image"];
const ROUTES = ["/api", "/api/queue", "/api/reviews", "/api/questions/a", "/api/nothing/at/all"];
const ADDRESSES =
  `* http://evil.example/ //evil.example/x /\\evil.example /% /%E0%A4 /%00 /topics/% /topics/%E0%A4
  /topics/%00 /topics/a%2Fb /questions/%ff /questions/%00 /study?topic=% /study/sessions/%ff /api/questions/%
  /api/documents/%/file /api/media/%2e%2e%2f /api/queue?topic=%E0%A4%A /api/uploads/%00/files /_next/static/%
  /_next/data/%/x.json /_next/image?url=% /..%2f..%2fetc/passwd /topics/[[...path]] /_error /500`.split(
    /\s+/,
  );

const MULTIPART = "multipart/form-data; boundary=x";
const part = (name: string, text: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
const FORMS: [type: string, body: string][] = [
  [MULTIPART, "junk"],
  [MULTIPART, part("a", "b")],
  [MULTIPART, "--x\r\n\r\n"],
  [MULTIPART, `${part("0", '["$K1"]')}--x--\r\n`],
  [MULTIPART, `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", '{"id":"a"}')}--x--\r\n`],
  [MULTIPART, `${part("$ACTION_ID_deadbeef", "")}--x--\r\n`],
  ["multipart/form-data", "junk"],
  ["application/x-www-form-urlencoded", "a=%"],
  ["text/plain;charset=UTF-8", "junk"],
  ["text/plain;charset=UTF-8", "[null,null]"],
  ["text/plain;charset=UTF-8", '["$F1","$n1"]'],
  ["application/json", "{"],
];
const HEADERS: Record<string, string>[] = [
  { rsc: "1", "next-router-state-tree": "%" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/%" },
  { cookie: "appearance=%E0%A4; %" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "junk" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-matched-path": "/x" },
  { origin: "junk" },
  { host: "evil.example" },
  { host: "" },
  { expect: "junk" },
  { upgrade: "websocket", connection: "upgrade" },
  { range: "bytes=9-1", "if-none-match": "%", accept: "%" },
];

test("nothing that anybody can send is answered as a fault of ours", async ({ rehearse }) => {
  const { host } = new URL(rehearse.url);
  const settings = await (await fetch(`${rehearse.url}/settings`)).text();
  const [, action = ""] = /&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(settings) ?? [];
  expect(action).not.toBe("");
  const junk = [
    ...METHODS.flatMap((method) =>
      [...PLACES, ...ROUTES].map((address) => aRequest(method, address, { host })),
    ),
    ...ADDRESSES.flatMap((address) =>
      ["GET", "POST", "OPTIONS"].map((method) => aRequest(method, address, { host })),
    ),
    ...["/settings", "/nowhere", "/api/reviews"].flatMap((address) =>
      FORMS.flatMap(([type, body]) =>
        [{}, { "next-action": action }, { "next-action": "junk" }].map((named) =>
          aRequest("POST", address, { host, "content-type": type, ...named }, body),
        ),
      ),
    ),
    ...HEADERS.flatMap((headers) =>
      ["GET", "POST"].flatMap((method) =>
        ["/study", "/api/queue"].map((address) => aRequest(method, address, { host, ...headers })),
      ),
    ),
    "junk\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    `GET / HTTP/1.1\r\nhost: ${host}\r\nx: ${"y".repeat(20_000)}\r\n\r\n`,
  ];
  expect(junk.length).toBeGreaterThan(350);
  const faults: string[] = [];
  const sendSome = async () => {
    for (let text = junk.pop(); text !== undefined; text = junk.pop()) {
      const answer = await answerTo(text, Number(new URL(rehearse.url).port));
      const isSilent = answer.startsWith("HTTP/1.1 405") && !/^allow: /im.test(answer);
      if (answer.startsWith("HTTP/1.1 5") || isSilent) faults.push(text);
    }
  };
  await Promise.all([sendSome(), sendSome(), sendSome()]);
  expect(faults).toEqual([]);
  expect((await fetch(`${rehearse.url}/api/health`)).status).toBe(200);
});

function aRequest(
  method: string,
  address: string,
  headers: Record<string, string>,
  body = "",
): string {
  const sent = { connection: "close", "content-length": String(body.length), ...headers };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${address} HTTP/1.1`, ...lines, "", body].join("\r\n");
}

/** All that the server says to it, until it hangs up. */
async function answerTo(text: string, port: number): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (said) => (answer += said));
  socket.on("error", () => undefined);
  socket.write(text);
  await once(socket, "close");
  return answer;
}
