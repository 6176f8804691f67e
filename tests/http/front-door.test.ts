import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { noteActionBegun } from "@/lib/http/action-begun";
import { frontDoor } from "@/lib/http/front-door";

describe("what Next can't read is answered before it", () => {
  test.each([
    ["TRACE", "/", 405],
    ["PROPFIND", "/api/queue", 405],
    ["DELETE", "/study", 405],
    ["OPTIONS", "*", 404],
    ["GET", "http://127.0.0.1/", 404],
    ["GET", "/topics/%E0%A4", 404],
    ["GET", "/%", 404],
    ["POST", "/api/questions/%ff", 404],
  ])("%s %s is %i", async (method, address, status) => {
    const { said, passed } = await ask(`${method} ${address}`);
    expect(statusOf(said)).toBe(status);
    expect(passed).toEqual([]);
    expect(said).toContain("content-type: application/problem+json");
    expect(/^allow: GET, HEAD, POST, .*OPTIONS/im.test(said)).toBe(status === 405);
  });

  test.each([
    ["GET", "/topics/caf%C3%A9?x=%E0%A4"],
    ["GET", "/questions/%00"],
    ["HEAD", "/api/health"],
    ["OPTIONS", "/study"],
    ["PUT", "/api/uploads/a/files?path=%"],
  ])("%s %s passes", async (method, address) => {
    expect((await ask(`${method} ${address}`)).passed).toEqual([`${method} ${address}`]);
  });
});

describe("the guard", () => {
  test.each(["/", "/api/nothing", "/_next/static/a.js", "/icon.svg"])(
    "stands before %s",
    async (address) => {
      const foreign = await ask(`GET ${address}`, { host: "evil.example" });
      expect([statusOf(foreign.said), foreign.passed]).toEqual([421, []]);
      const sent = await ask(`POST ${address}`, { origin: "http://evil.example" });
      expect([statusOf(sent.said), sent.passed]).toEqual([403, []]);
      const crossed = await ask(`POST ${address}`, { "sec-fetch-site": "cross-site" });
      expect([statusOf(crossed.said), crossed.passed]).toEqual([403, []]);
    },
  );

  test("believes nobody who names another host for it", async () => {
    const { headers } = await ask("GET /", {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    });
    expect(Object.keys(headers ?? {}).toSorted()).toEqual(["connection", "host"]);
  });
});

describe("a form that fails", () => {
  test.each([
    ["before an action of ours began is the sender's fault", "/settings", false, 400],
    ["after it is ours", "/settings", true, 500],
    ["in a route is ours", "/api/reviews", false, 500],
  ])("%s", async (_, address, begins, status) => {
    const { said } = await ask(`POST ${address}`, {}, async () => {
      await Promise.resolve();
      if (begins) noteActionBegun();
      return 500;
    });
    expect(statusOf(said)).toBe(status);
  });
});

/** Sends one request to a door of its own, and tells what came through it. */
async function ask(
  line: string,
  changed: Record<string, string> = {},
  answer: () => Promise<number> = async () => 200,
) {
  const passed: string[] = [];
  let headers: object | null = null;
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = addressOf(server.address());
  const inside = frontDoor((request, response) => {
    passed.push(`${request.method} ${request.url}`);
    headers = request.headers;
    void answer().then((status) => response.writeHead(status).end());
  }, port);
  server.on("request", inside);
  const sent = { host: `127.0.0.1:${port}`, connection: "close", ...changed };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
  const socket = connect(port, "127.0.0.1");
  let said = "";
  socket.setEncoding("utf8").on("data", (text) => (said += text));
  socket.write([`${line} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
  await once(socket, "close");
  return { said, passed, headers };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === "object" && address) return address;
  throw new Error("no port was given");
}

function statusOf(said: string): number {
  return Number(said.split(" ")[1]);
}
