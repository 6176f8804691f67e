import { beforeEach, describe, expect, test, vi } from "vitest";
import { OWN_HOST, OWN_ORIGIN } from "@/tests/support/http";

// What Next would have of the request; the app under test is loaded after the environment is set.
const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ set: (name: string, value: string) => request.cookies.set(name, value) }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
const { ActionRefused, guardAction } = await import("@/lib/http/guard-action");
const actions = await import("@/app/settings/actions");
const { appContext } = await import("@/lib/http/app-context");

const OWN = { host: OWN_HOST, origin: OWN_ORIGIN, "sec-fetch-site": "same-origin" };
const STRANGERS: [who: string, headers: Record<string, string>][] = [
  ["a name that isn't ours", { ...OWN, host: "evil.example" }],
  [
    "a rebound name, by a page of its own",
    { ...OWN, host: "evil.example", origin: "http://evil.example" },
  ],
  [
    "a rebound name that a proxy calls ours",
    { host: "evil.example", "x-forwarded-host": OWN_HOST },
  ],
  ["another origin", { ...OWN, origin: "http://evil.example" }],
  ["another site", { ...OWN, "sec-fetch-site": "cross-site" }],
  ["no name at all", {}],
];

beforeEach(() => {
  request.headers = new Headers(OWN);
  request.cookies.clear();
});

describe("a server action", () => {
  test("passes from our own page", async () => {
    await expect(guardAction()).resolves.toBeUndefined();
  });

  test.each(STRANGERS)("is refused under or from %s", async (_, headers) => {
    request.headers = new Headers(headers);
    await expect(guardAction()).rejects.toThrow(ActionRefused);
  });
});

describe("the actions of the settings", () => {
  test.each(STRANGERS)("change nothing under or from %s", async (_, headers) => {
    const before = await settings();
    request.headers = new Headers(headers);
    await expect(actions.saveScheduling(null, aForm())).rejects.toThrow(ActionRefused);
    await expect(actions.saveAppearance(null, aForm())).rejects.toThrow(ActionRefused);
    expect([await settings(), request.cookies.size]).toEqual([before, 0]);
  });

  test("save what our own page sends", async () => {
    expect(await actions.saveScheduling(null, aForm())).toEqual({ ok: true, value: null });
    expect(await settings()).toMatchObject({ newPerDay: 7, zone: "Asia/Tokyo" });
    expect(await actions.saveAppearance(null, aForm())).toEqual({ ok: true, value: null });
    expect(request.cookies.get("appearance")).toContain("theme=dark");
  });
});

async function settings() {
  return (await appContext()).learner.scheduling;
}

/** Both forms of the page in one, and what Next adds to a form that is sent without JavaScript. */
function aForm(): FormData {
  const form = new FormData();
  const fields = {
    $ACTION_KEY: "k1",
    desiredRetention: "90",
    newPerDay: "7",
    duePerDay: "100",
    learningSteps: "10m",
    relearningSteps: "10m",
    zone: "Asia/Tokyo",
    rolloverHour: "4",
    theme: "dark",
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
