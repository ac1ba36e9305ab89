import { type ComponentType, lazy } from 'react'
import type { Page } from '../address/pages'
import { Pages } from '../address/pages'
import { SessionGate } from '../api/session-gate'
import { warmTexts } from '../i18n/load-texts'
import { KitchenPage } from './kitchen-page'

/** A page that is seen a few times a day, with the texts it shares with its like. */
const page = (path: string, load: () => Promise<{ default: ComponentType }>): Page => ({
  path,
  Component: lazy(() => {
    warmTexts('kitchen-food')
    warmTexts('safety')
    return load()
  }),
})

/** The pages of the kitchen, by address. The board is not lazy: what a tablet once loaded must work without a network. */
const PAGES: readonly Page[] = [
  { path: '/kitchen', Component: KitchenPage },
  page('/kitchen/transfers', () => import('./food/transfers-page')),
  page('/kitchen/left-overs', () => import('./food/left-overs-page')),
  page('/kitchen/crew', () => import('./crew/crew-page')),
  {
    path: '/kitchen/safety',
    Component: lazy(() => {
      warmTexts('safety')
      return import('./safety/safety-page')
    }),
  },
  { path: '/kitchen/prep', Component: lazy(() => import('./planning/prep-page')) },
  { path: '/kitchen/stations', Component: lazy(() => import('./planning/set-up-page')) },
]

/** The kitchen's tablet: for kitchen staff alone. Each page brings its own header, to have the whole height. */
export function KitchenFrame() {
  return (
    <SessionGate roles={['kitchen']}>
      <Pages pages={PAGES} />
    </SessionGate>
  )
}
