import { type ComponentType, lazy } from 'react'
import type { Params } from '../../address/match'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'

type Module = { default: ComponentType<{ params: Params }> }

const page = (path: string, load: () => Promise<Module>): Page => {
  const open = () => {
    warmTexts('procurement')
    return load()
  }
  return { path: `/console/procurement${path}`, Component: lazy(open) }
}

/** The pages of restocking; the first is where the side bar leads. */
export const PROCUREMENT_PAGES: readonly Page[] = [
  page('', () => import('./proposals/proposals-page')),
  page('/orders', () => import('./orders/orders-page')),
  page('/receiving', () => import('./receiving/receiving-page')),
  page('/receiving/:orderId', () => import('./receiving/receive-page')),
  page('/stock', () => import('./stock/stock-page')),
]
