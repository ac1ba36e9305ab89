import { type ComponentType, lazy } from 'react'
import type { Params } from '../../address/match'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'
import type { Face } from '../../i18n/texts'

type Module = { default: ComponentType<{ params: Params }> }

/** A page with the texts of its own part, beside those of all restocking. */
const page = (path: string, load: () => Promise<Module>, part?: Face): Page => {
  const open = () => {
    warmTexts('procurement')
    if (part) warmTexts(part)
    return load()
  }
  return { path: `/console/procurement${path}`, Component: lazy(open) }
}

/** The pages of restocking; the first is where the side bar leads. */
export const PROCUREMENT_PAGES: readonly Page[] = [
  page('', () => import('./proposals/proposals-page')),
  page('/orders', () => import('./orders/orders-page')),
  page('/receiving', () => import('./receiving/receiving-page')),
  page('/receiving/:orderId', () => import('./receiving/receive-page'), 'procurement-receiving'),
  page('/gaps', () => import('./gaps/gaps-page'), 'procurement-gaps'),
  page('/matching', () => import('./matching/discrepancies-page'), 'procurement-matching'),
  page('/matching/invoices', () => import('./matching/invoices-page'), 'procurement-matching'),
  page('/matching/credits', () => import('./matching/credits-page'), 'procurement-matching'),
  page('/matching/rules', () => import('./rules/rules-page'), 'procurement-matching'),
  page('/stock', () => import('./stock/stock-page'), 'procurement-stock'),
  page('/stock/transfers', () => import('./stock/transfers-page'), 'procurement-stock'),
  page('/stock/waste', () => import('./stock/waste-page'), 'procurement-stock'),
  page('/counts', () => import('./counts/counts-page'), 'procurement-counts'),
  page('/counts/:countId', () => import('./counts/count-page'), 'procurement-counts'),
  page('/suppliers', () => import('./suppliers/suppliers-page'), 'procurement-suppliers'),
  page('/suppliers/papers', () => import('./suppliers/papers-page'), 'procurement-suppliers'),
  page('/suppliers/scorecards', () => import('./suppliers/scorecards-page'), 'procurement-suppliers'),
  page('/suppliers/import', () => import('./imports/import-page'), 'procurement-imports'),
  page('/forecasts', () => import('./forecasts/forecasts-page'), 'procurement-forecasts'),
  page('/forecasts/accuracy', () => import('./forecasts/accuracy-page'), 'procurement-forecasts'),
  page('/forecasts/:siteId/:period/:dishId', () => import('./forecasts/series-page'), 'procurement-forecasts'),
  page('/tracing', () => import('./tracing/tracing-page'), 'procurement-tracing'),
]
