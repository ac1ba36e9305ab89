import { type ComponentType, lazy } from 'react'
import type { Params } from '../../address/match'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'

type Module = { default: ComponentType<{ params: Params }> }

const page = (path: string, load: () => Promise<Module>): Page => {
  const open = () => {
    warmTexts('supplier')
    warmTexts('procurement')
    return load()
  }
  return { path: `/console/supplier${path}`, Component: lazy(open) }
}

/** The pages of a supplier; the first is where the side bar leads. */
export const SUPPLIER_PAGES: readonly Page[] = [
  page('', () => import('./orders-page')),
  page('/papers', () => import('./papers-page')),
  page('/statement', () => import('./statement-page')),
]
