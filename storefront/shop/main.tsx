import '../ui/tokens.css'
import { hydrateRoot } from 'react-dom/client'
import { createBrowserRouter, type HydrationState, matchRoutes } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { asLocale } from '../i18n/locale'
import { openTexts } from '../i18n/text-store'
import { TextContext } from '../i18n/use-translation'
import { routes } from './routes'

/** What the server loaded while it rendered the page; a data block, which no policy needs to allow. */
function renderedState(): HydrationState | undefined {
  const block = document.getElementById('loaded')
  return block?.textContent ? (JSON.parse(block.textContent) as HydrationState) : undefined
}

/** Lazy routes of this address must be here before the page comes to life, or the server's page would be thrown away. */
async function loadMatchedRoutes(): Promise<void> {
  const matched = matchRoutes(routes, window.location) ?? []
  const waiting = matched.map(async ({ route }) => {
    if (typeof route.lazy !== 'function') return
    Object.assign(route, await route.lazy(), { lazy: undefined })
  })
  await Promise.all(waiting)
}

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  const [texts] = await Promise.all([openTexts(asLocale(document.documentElement.lang), 'shop'), loadMatchedRoutes()])
  const state = renderedState()
  const router = createBrowserRouter(routes, state ? { hydrationData: state } : {})
  hydrateRoot(
    root,
    <TextContext value={texts}>
      <RouterProvider router={router} />
    </TextContext>,
  )
}

void start()
