// @ts-nocheck a service worker has globals of its own
// Keeps the lab on the device: every built file is stored when the lab is first opened, and served from there, whole
// releases only. A new release is stored beside the one in use and takes its place when no page of that one is open any
// more: what such a page has not loaded yet stays there for it. The build fills in the two constants.
const VERSION = '__VERSION__';
const FILES = __FILES__;
/** Stores of this lab; an origin may hold others. */
const OURS = `headwater ${self.registration.scope} `;
const STORE = OURS + VERSION;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(STORE)
      .then((cache) => cache.addAll(FILES.map((path) => new Request(path, { cache: 'reload' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith(OURS) && name !== STORE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

/** A page asks the network first, so that a new release is seen; its parts carry their hash and come from the store. */
async function answer(request) {
  const cache = await caches.open(STORE);
  const page = request.mode === 'navigate' && isLab(request.url);
  // Whatever headers a host says its answers vary by: a built file is the same for everyone who asks.
  const stored = await cache.match(page ? './' : request, { ignoreSearch: true, ignoreVary: true });
  if (!page) return stored ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    if (stored) return stored;
    throw error;
  }
}

/** The lab's own page, whatever its query; not the notebooks below it. */
const isLab = (url) => {
  const path = new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length);
  return path === '' || path === 'index.html';
};
