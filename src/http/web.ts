import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { developFiles } from './faces/develop'
import { faultPage } from './faces/fault-page'
import { builtFiles, CLIENT, type Face, type FaceFiles } from './faces/files'
import { fill } from './faces/fill'
import { modeOf, shopPages } from './faces/shop'

export interface FaceOptions {
  readonly app: App
  /** Serves the storefront from source. Default: whether the process was started with `--dev`. */
  readonly develop?: boolean
}

/** Faces that are drawn in the browser alone; the shop has every other address. */
const SHELLS = ['kitchen', 'courier', 'till', 'console'] as const satisfies readonly Face[]

/**
 * The faces: static files, the pages of kitchen, courier and console, and the shop's server-rendered pages, which answer
 * every address nobody else has taken. Mount it after the API. @throws when the storefront is neither built nor developed.
 */
export function mountFaces(server: Express, { app, develop = process.argv.includes('--dev') }: FaceOptions): void {
  const faces = Router()
  faces.use(compression())
  if (develop) faces.use(developed())
  else faces.use(statics(), pages(builtFiles()))
  faces.use(faults(app))
  server.use(faces)
}

/** Files with a hash in their name never change; the others are asked for again. Pages are not files to fetch. */
function statics(): Router {
  const router = Router()
  router.use('/assets', express.static(`${CLIENT}/assets`, { immutable: true, maxAge: '1y', index: false }), missing)
  const plain = express.static(CLIENT, {
    index: false,
    cacheControl: false,
    setHeaders: (res) => res.setHeader('cache-control', 'no-cache'),
  })
  router.use((req, res, next) => (/\.html$|^\/manifest\.json$/.test(req.path) ? next() : plain(req, res, next)))
  return router
}

const missing: RequestHandler = (_req, _res, next) => next(new Refusal('not_found'))

function pages(files: FaceFiles): Router {
  const router = Router()
  for (const face of SHELLS) {
    router.get([`/${face}`, `/${face}/*`, `/${face}.html`], (req, res, next) => {
      const { locale, originalUrl } = req
      const send = async () => {
        const html = fill(await files.template(face, originalUrl), {
          locale,
          mode: modeOf(req),
          preloads: files.preloads(face, locale),
        })
        res.setHeader('cache-control', 'no-cache')
        res.vary('cookie').vary('accept-language').type('html').send(html)
      }
      send().catch(next)
    })
  }
  router.get('/*', shopPages(files))
  return router
}

/** From source; the first requests wait until Vite is there. */
function developed(): RequestHandler {
  const ready = developFiles().then((files) => Router().use(files.serve, pages(files)))
  return (req, res, next) => void ready.then((router) => router(req, res, next), next)
}

/** Failures while a page is made, as a page. What was refused is answered as everywhere else. */
const faults = (app: App): ErrorRequestHandler => {
  return (error: unknown, req, res, next) => {
    if (res.headersSent || error instanceof Refusal) return next(error)
    app.log.error({ err: error, requestId: req.requestId, path: req.path }, 'page failed')
    res.status(500).setHeader('cache-control', 'no-store').type('html').send(faultPage(req.locale, req.requestId))
  }
}
