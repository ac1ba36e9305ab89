import { lazy } from 'react'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'

/** The desk of whoever can be booked, with texts that load beside its code. */
export const PROVIDER_PAGE: Page = {
  path: '/console/provider',
  Component: lazy(() => {
    warmTexts('provider')
    return import('./desk-page')
  }),
}
