import { lazy } from 'react'
import type { Page } from '../../../address/pages'
import { warmTexts } from '../../../i18n/load-texts'

/** Density, with texts that load beside its code. */
export const DENSITY_PAGE: Page = {
  path: '/console/density',
  Component: lazy(() => {
    warmTexts('density')
    return import('./density-page')
  }),
}
