// Keeps the app at hand without a network. `cargo xtask dist` fills in the next two lines.
const BUILD = "development";
const FILES = [];

// One origin can carry several Liaisons under different paths, and they share its caches.
const MINE = `liaison ${registration.scope} `;
const CACHE = MINE + BUILD;
const PAGE = new URL("./", registration.scope).href;
const NOTE = new URL("release.json", registration.scope).href;
const KNOWN = new Map(FILES.map(([name, integrity]) => [new URL(name, registration.scope).href, integrity]));

// All or nothing: a half-copied host leaves the older version in place.
addEventListener("install", (event) => {
  const forget = (why) => caches.delete(CACHE).then(() => Promise.reject(why));
  event.waitUntil(keep().catch(forget));
});

async function keep() {
  const cache = await caches.open(CACHE);
  const page = await get(PAGE);
  const text = await page.clone().text();
  if (!text.includes(BUILD)) throw new Error("The host is between two versions.");
  const files = await Promise.all([...KNOWN].map(async ([url, integrity]) => [url, await get(url, integrity)]));
  await cache.put(PAGE, page);
  await Promise.all(files.map(([url, response]) => cache.put(url, response)));
}

async function get(url, integrity = "") {
  const response = await fetch(url, { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // A page that came by way of a redirection may not answer a navigation.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

// A new version waits until a page that is being loaded asks for it; see boot.js.
addEventListener("message", (event) => {
  if (event.data === "take") skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));

// The version before stays: tabs that run it may still load a part of it.
async function tidy() {
  const older = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== CACHE);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.hash = url.search = "";
  const page = request.mode === "navigate" && (url.href === PAGE || url.href === `${PAGE}index.html`);
  if (page) event.respondWith(answer(PAGE, request));
  else if (url.href === NOTE) event.respondWith(fetch(request).catch(nothing));
  else if (KNOWN.has(url.href)) event.respondWith(answer(url.href, request));
  else if (url.href.startsWith(PAGE) && url.pathname.match(/-[0-9a-f]{8,}/)) event.respondWith(older(request));
});

// Without a network there is nothing new, which is no error.
function nothing() {
  return new Response(null, { status: 204 });
}

async function answer(url, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}

// A file of the version before, asked for by a tab that runs it.
async function older(request) {
  return (await caches.match(request)) ?? fetch(request);
}
