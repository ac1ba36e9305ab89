import { lazy } from 'react'
import type { Page } from '../address/pages'
import { Pages } from '../address/pages'
import { SessionGate } from '../api/session-gate'
import { warmTexts } from '../i18n/load-texts'
import { KitchenPage } from './kitchen-page'

/** The pages of the kitchen, by address. The board is not lazy: what a tablet once loaded must work without a network. */
const PAGES: readonly Page[] = [
  { path: '/kitchen', Component: KitchenPage },
  {
    path: '/kitchen/safety',
    Component: lazy(() => {
      warmTexts('safety')
      return import('./safety/safety-page')
    }),
  },
]

/** The kitchen's tablet: for kitchen staff alone. Each page brings its own header, to have the whole height. */
export function KitchenFrame() {
  return (
    <SessionGate roles={['kitchen']}>
      <Pages pages={PAGES} />
    </SessionGate>
  )
}
