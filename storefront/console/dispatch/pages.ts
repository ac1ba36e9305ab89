import { type ComponentType, lazy } from 'react'
import type { Params } from '../../address/match'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'
import { BOARD, FLEET, LOCKERS } from './addresses'

type Module = { default: ComponentType<{ params: Params }> }

const page = (path: string, load: () => Promise<Module>): Page => {
  const open = () => {
    warmTexts('dispatch')
    return load()
  }
  return { path, Component: lazy(open) }
}

/** The pages of dispatch; the first is where the side bar leads. */
export const DISPATCH_PAGES: readonly Page[] = [
  page(BOARD, () => import('./board-page')),
  page(LOCKERS, () => import('./lockers-page')),
  page(FLEET, () => import('./fleet-page')),
]
