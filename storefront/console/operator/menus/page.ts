import { lazy } from 'react'
import type { Page } from '../../../address/pages'
import { warmTexts } from '../../../i18n/load-texts'

export const MENUS_PAGE: Page = {
  path: '/console/menus',
  Component: lazy(() => {
    warmTexts('recipes')
    return import('./menus-page')
  }),
}
