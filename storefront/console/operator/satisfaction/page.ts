import { lazy } from 'react'
import type { Page } from '../../../address/pages'
import { warmTexts } from '../../../i18n/load-texts'

/** Satisfaction, with texts that load beside its code. */
export const SATISFACTION_PAGE: Page = {
  path: '/console/satisfaction',
  Component: lazy(() => {
    warmTexts('satisfaction')
    return import('./satisfaction-page')
  }),
}
