import type { NextFunction, Request, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { cookieOf, SESSION_COOKIE } from '../auth'
import type { Rendered } from './contract'
import type { FaceFiles } from './files'
import { fill } from './fill'

/** A menu's HTML may be this old: rendering costs as much as a hundred static answers, and a price may lag 5 s at most. */
const CACHE_MS = 2_000
const CACHED_PAGES = 500

interface Page {
  readonly status: number
  readonly body: string
}

/** Renders the shop's pages. What a visitor without a session sees at `/` and `/place` is kept for a moment. */
export function shopPages(files: FaceFiles) {
  const kept = new LRUCache<string, Promise<Page | Rendered>>({ max: CACHED_PAGES, ttl: CACHE_MS })

  const draw = async (req: Request): Promise<Page | Rendered> => {
    const render = await files.render()
    const { locale } = req
    const rendered = await render({ url: ownAddress(req), locale, cookies: req.headers.cookie ?? '', api: apiOf(req) })
    if (rendered.kind === 'redirect') return rendered
    const { status, title, html, state } = rendered
    const template = await files.template('shop', req.originalUrl)
    const body = fill(template, {
      locale,
      mode: modeOf(req),
      title,
      html,
      state,
      preloads: files.preloads('shop', locale),
    })
    return { status, body }
  }
  const drawOrKeep = (req: Request): Promise<Page | Rendered> => {
    const shared = !cookieOf(req, SESSION_COOKIE) && (req.path === '/' || req.path === '/place')
    if (!shared) return draw(req)
    const key = [req.originalUrl, req.locale, modeOf(req), cookieOf(req, 'place') ?? ''].join(' ')
    const known = kept.get(key)
    if (known) return known
    const drawn = draw(req)
    kept.set(key, drawn)
    const forget = () => void kept.delete(key)
    // many ask at once: one render answers them, but a failure is nobody's answer later
    drawn.then((page) => ('body' in page && page.status < 400 ? undefined : forget()), forget)
    return drawn
  }
  return (req: Request, res: Response, next: NextFunction): void => {
    drawOrKeep(req).then((page) => {
      res.setHeader('cache-control', 'private, no-cache')
      res.vary('cookie').vary('accept-language')
      if ('body' in page) res.status(page.status).type('html').send(page.body)
      else if (page.kind === 'redirect') res.redirect(page.status, page.location)
    }, next)
  }
}

export const modeOf = (req: Request): 'senior' | 'normal' => (cookieOf(req, 'mode') === 'senior' ? 'senior' : 'normal')

const ownAddress = (req: Request): string => new URL(req.originalUrl, loopback(req)).href

const loopback = ({ socket }: Request): string => {
  const host = socket.localAddress?.includes(':') ? `[${socket.localAddress}]` : (socket.localAddress ?? '127.0.0.1')
  return `http://${host}:${socket.localPort}`
}

/** Headers of the visitor that our own API may need: who they are, what they read, where they come from. */
const PASSED = ['cookie', 'accept-language'] as const

/** Our API, called by the server in the visitor's name while it renders. */
function apiOf(req: Request): (path: string, init?: RequestInit) => Promise<globalThis.Response> {
  const passed = PASSED.flatMap((name): [string, string][] => {
    const value = req.headers[name]
    return typeof value === 'string' ? [[name, value]] : []
  })
  return (path, init = {}) => {
    const headers = new Headers(init.headers)
    for (const [name, value] of passed) headers.set(name, value)
    headers.set('x-request-id', req.requestId)
    if (req.ip) headers.set('x-forwarded-for', req.ip)
    return fetch(new URL(path, loopback(req)), { ...init, headers })
  }
}
