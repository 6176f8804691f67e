import { has } from "./has";

/** Written by the build: its version, and every file that a browser may ask of it. */
const PARTS = "/_next/static/rehearse.json";
/** The page that the service worker shows where the server does not answer. */
const OFFLINE = "/offline";
const NAME = "rehearse-app-";

/**
 * Keeps the app in this browser, so that it opens without the server: what the build consists of, and
 * one page that holds nothing of the learner. Of an older version the parts stay, for pages that
 * are open still. What is not whole is not used.
 */
export async function keepApp(): Promise<void> {
  const build = await partsOfBuild();
  if (!build) return;
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const name = NAME + build.version;
  const kept = await caches.open(name);
  const there = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname));
  await kept.addAll(build.parts.filter((part) => !there.has(part)));
  const page = await fetch(OFFLINE, { cache: "no-store" });
  // The server may have become another while it was asked.
  const asks = (await page.clone().text()).match(/\/_next\/static\/[^"'\\\s)]+/g) ?? [];
  const parts = new Set(build.parts);
  if (!page.ok || !asks.every((part) => parts.has(part))) return;
  await kept.put(OFFLINE, page);
  await forgetOlder(name);
}

async function partsOfBuild(): Promise<{ version: string; parts: string[] } | null> {
  const response = await fetch(PARTS, { cache: "no-store" }).catch(() => null);
  const said: unknown = response?.ok ? await response.json().catch(() => null) : null;
  if (!has(said, "version") || !has(said, "parts") || !Array.isArray(said.parts)) return null;
  return { version: String(said.version), parts: said.parts.map(String) };
}

/** The last version's parts are of use to pages of it; its page, and all before it, to nobody. */
async function forgetOlder(name: string): Promise<void> {
  const older = (await caches.keys()).filter((one) => one.startsWith(NAME) && one !== name);
  const last = older.at(-1);
  for (const one of older)
    if (one === last) await (await caches.open(one)).delete(OFFLINE);
    else await caches.delete(one);
}
