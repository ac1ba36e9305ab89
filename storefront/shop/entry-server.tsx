import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, type StaticHandlerContext, StaticRouterProvider } from 'react-router'
import type { Rendered, Render, Visit } from '../../src/http/faces/contract'
import { openTexts } from '../i18n/text-store'
import { TextContext } from '../i18n/use-translation'
import { TitleContext } from './page-title'
import { routes } from './routes'
import type { ServerVisit } from './visit'

const handler = createStaticHandler(routes)

/** Renders the shop for one visit. */
export const render: Render = async ({ url, locale, cookies, api }: Visit): Promise<Rendered> => {
  const requestContext: ServerVisit = { cookies, api }
  const found = await handler.query(new Request(url), { requestContext })
  if (found instanceof Response) {
    return { kind: 'redirect', status: found.status, location: found.headers.get('location') ?? '/' }
  }
  let title = ''
  const html = renderToString(
    <TextContext value={await openTexts(locale, 'shop')}>
      <TitleContext value={(named) => (title = named)}>
        <StaticRouterProvider
          router={createStaticRouter(handler.dataRoutes, found)}
          context={found}
          // it would write a script into the page, which our content policy refuses
          hydrate={false}
        />
      </TitleContext>
    </TextContext>,
  )
  return { kind: 'page', status: found.statusCode, title, html, state: stateOf(found) }
}

/** What was loaded, for the browser. Our own errors are plain data; anything else must not leave the server. */
function stateOf({ loaderData, actionData, errors }: StaticHandlerContext): string | null {
  const faults = Object.values(errors ?? {}).some((error) => error instanceof Error)
  return faults ? null : JSON.stringify({ loaderData, actionData, errors })
}
