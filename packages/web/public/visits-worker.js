// Keeps the shell of the page for visits, so that it opens without network: the page itself and built files, which are the
// same for everybody. What the server says below /api is never kept.
const SHELL = 'eduduty-visits-shell'
const PAGE = '/enrolment/visits'
const SLOW = 8000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepShell(event.data.keep))
})
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate' && pathname === PAGE) event.respondWith(freshPage(event.request))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptAsset(event.request))
})

/** The page of the server; without it, or when it takes too long, the one that was kept. */
async function freshPage(request) {
  const kept = await caches.match(PAGE)
  if (kept === undefined) return fetch(request)
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), SLOW))
  return Promise.race([fetch(request).catch(() => kept), late])
}

/** Names of built files carry a hash of their content: what was kept is never out of date. */
async function keptAsset(request) {
  return (await caches.match(request)) ?? fetch(request)
}

/** Keeps what the page that is open now was made of, and forgets what a former version needed. */
async function keepShell(assets) {
  const cache = await caches.open(SHELL)
  const wanted = new Set([PAGE, ...assets].map((path) => new URL(path, self.location.origin).href))
  const held = new Set((await cache.keys()).map(({ url }) => url))
  held.delete(new URL(PAGE, self.location.origin).href)
  for (const url of wanted) if (!held.has(url)) await cache.add(url)
  for (const url of held) if (!wanted.has(url)) await cache.delete(url)
}
