import { lazy } from 'react'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'

/** A company's people, rules, money and catering, with texts that load beside its code. */
export const COMPANY_PAGE: Page = {
  path: '/console/company',
  Component: lazy(() => {
    warmTexts('company')
    return import('./company-page')
  }),
}

/** What companies ask the kitchens for. */
export const CATERING_PAGE: Page = {
  path: '/console/catering',
  Component: lazy(() => {
    warmTexts('company')
    return import('./catering-desk-page')
  }),
}
