import { type ComponentType, lazy } from 'react'
import type { Params } from '../../address/match'
import type { Page } from '../../address/pages'
import { warmTexts } from '../../i18n/load-texts'

type Module = { default: ComponentType<{ params: Params }> }

export const BOARD = '/console/dispatch'
export const LOCKERS = '/console/dispatch/lockers'
export const FLEET = '/console/dispatch/fleet'

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
