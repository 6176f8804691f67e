// Opens the app where the server does not answer. While it does, all is as the network has it: pages
// are never kept but for one, which holds nothing of a learner; what the app is made of is kept by
// lib/offline/keep-app.ts; and what lies under /api is none of this worker's business.

const OFFLINE = "/offline";

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([registration.navigationPreload?.enable(), clients.claim()]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(part(request));
});

/** A page as the server has it now. Without the server, the one that is kept. */
async function page({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (error) {
    const kept = await caches.match(OFFLINE);
    if (!kept) throw error;
    const { pathname, search } = new URL(request.url);
    return pathname === OFFLINE ? kept : Response.redirect(`${OFFLINE}#${pathname}${search}`);
  }
}

/** A part of the app: their names change with what is in them. A server of a newer version has others. */
async function part(request) {
  const sent = await fetch(request).catch(() => null);
  if (sent?.ok) return sent;
  return (await caches.match(request)) ?? sent ?? Response.error();
}
