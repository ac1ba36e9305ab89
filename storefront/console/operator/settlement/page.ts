import { lazy } from 'react'
import type { Page } from '../../../address/pages'
import { warmTexts } from '../../../i18n/load-texts'

/** What the kitchens' parties are owed, with texts that load beside its code. */
export const SETTLEMENT_PAGE: Page = {
  path: '/console/settlement',
  Component: lazy(() => {
    warmTexts('settlement')
    return import('./settlement-page')
  }),
}
