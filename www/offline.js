// Keeps the files of the page, so that it opens again without a network (a service worker). www/finish.mjs fills in the two
// lists below when the page is built.
//
// Whole versions alone: each file is checked against the sum that the build wrote down, and the files of a newer version come
// into a store of their own. A page at work keeps the files it began with; the newer ones are used when its reader asks for
// them, or when no page is open any more.

/** [address, integrity] of each file. */
const FILES = [];
const VERSION = "";

const SCOPE = self.registration.scope;
// Other pages may live at the same origin.
const OURS = `whosaid ${SCOPE} `;
const STORE = OURS + VERSION;

/** One after the other, from the browser's own store where they are fresh: whoever reads meanwhile has the line. */
async function keep() {
  const store = await caches.open(STORE);
  for (const [file, integrity] of FILES) {
    const answer = await fetch(new Request(new URL(file, SCOPE), { integrity, cache: "no-cache" }));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    await store.put(new URL(file, SCOPE), answer);
  }
}

async function leaveOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== STORE).map((name) => caches.delete(name)));
  // The page that asked for all this is open without a network from now on, too.
  await self.clients.claim();
}

async function answer(request) {
  const address = new URL(request.url);
  address.search = address.hash = "";
  if (address.href === `${SCOPE}index.html`) address.href = SCOPE;
  const store = await caches.open(STORE);
  return (await store.match(address)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(leaveOlder()));
self.addEventListener("message", (event) => {
  if (event.data === "use") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(SCOPE)) event.respondWith(answer(event.request));
});
