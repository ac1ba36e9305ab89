import { lazy } from 'react'
import type { Page } from '../../../address/pages'
import { warmTexts } from '../../../i18n/load-texts'

export const RECIPES_PAGE: Page = {
  path: '/console/recipes',
  Component: lazy(() => {
    warmTexts('recipes')
    return import('./recipes-page')
  }),
}
