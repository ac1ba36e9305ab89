import { lazy } from 'react'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'

/** The pages of a supplier; the first is where the side bar leads. */
export const SUPPLIER_PAGES: readonly Page[] = [
  {
    path: '/console/supplier',
    Component: lazy(() => {
      warmTexts('supplier')
      return import('./orders-page')
    }),
  },
]
