/**
 * The courier's page without a network: the last page and every file it is made of. Answers of the API are not kept
 * here; the page keeps those itself and knows how old they are.
 */
interface Extendable extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface Fetching extends Extendable {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
interface OfflineWorker {
  readonly addEventListener: <E extends Event>(type: string, on: (event: E) => void) => void
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
}

const worker = self as unknown as OfflineWorker
const CACHE = 'linli-courier'
/** All addresses of the courier are one page. */
const PAGE = '/courier'
/** A page that takes longer is taken from the phone. */
const PATIENCE_MS = 4_000

async function pageFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (fresh.ok && !fresh.redirected) await cache.put(PAGE, fresh.clone())
    return fresh
  } catch (error) {
    const kept = await cache.match(PAGE)
    if (!kept) throw error
    return kept
  }
}

/** Files with a hash in their name never change. */
async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}

/** Keeps exactly what the page that is open is made of: files of older builds make room. */
async function keepOnly(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const known = await cache.keys()
  const old = known.filter(({ url }) => new URL(url).pathname.startsWith('/assets/') && !files.includes(url))
  const missing = files.filter((file) => !known.some(({ url }) => url === file))
  await Promise.all([...old.map((request) => cache.delete(request)), ...missing.map((file) => cache.add(file))])
  if (!(await cache.match(PAGE))) await cache.add(PAGE)
}

worker.addEventListener('install', (event: Extendable) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event: Extendable) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event: Extendable & { readonly data: { readonly files: readonly string[] } }) =>
  event.waitUntil(keepOnly(event.data.files)),
)
worker.addEventListener('fetch', (event: Fetching) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageFirst(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(request))
})

export {}
