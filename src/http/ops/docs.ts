import { dirname } from 'node:path'
import express, { type Express } from 'express'
import type { Endpoint } from '../endpoint'
import { openApi } from '../openapi'

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Linli API</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>`

/** Audiences are closed at first: all operations at once would take the browser half a minute to draw. */
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', validatorUrl: null, docExpansion: 'none' })`

/** The contract at `/openapi.json` and a page to read it at `/docs`, with no request to anybody else. */
export function mountDocs(server: Express, endpoints: readonly Endpoint[]): void {
  const document = JSON.stringify(openApi(endpoints))
  const assets = dirname(require.resolve('swagger-ui-dist/package.json'))
  server.get('/openapi.json', (_req, res) => void res.type('json').send(document))
  server.get('/docs', (_req, res) => void res.type('html').send(PAGE))
  server.get('/docs/start.js', (_req, res) => void res.type('js').send(START))
  server.use('/docs/assets', express.static(assets, { index: false, maxAge: '1d' }))
}
