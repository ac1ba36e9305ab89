import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { ROOT } from '../../platform/root'
import type { Render } from './contract'
import { type FaceFiles, pageOf } from './files'

const STOREFRONT = join(ROOT, 'storefront')

/** Serves the faces from source: Vite inside our own server, with reloading and its own error pages. */
export async function developFiles(): Promise<FaceFiles & { readonly serve: RequestHandler }> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    // storefront/api must not be taken for our API
    base: '/-/',
    server: { middlewareMode: true },
    appType: 'custom',
  })
  return {
    serve: (req, res, next) => {
      // what reloads the page while somebody develops is an inline script
      res.removeHeader('content-security-policy')
      vite.middlewares(req, res, next)
    },
    template: async (face, path) =>
      vite.transformIndexHtml(path, await readFile(join(STOREFRONT, pageOf(face)), 'utf8')),
    render: async () => {
      const { render } = await vite.ssrLoadModule('/shop/entry-server.tsx')
      return render as Render
    },
    preloads: () => [],
  }
}
