import { lazy } from 'react'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'

/** Claims, members and what looks odd, with texts that load beside its code. */
export const SUBSIDIES_PAGE: Page = {
  path: '/console/subsidies',
  Component: lazy(() => {
    warmTexts('subsidies')
    return import('./subsidies-page')
  }),
}
