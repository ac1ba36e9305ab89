import { lazy } from 'react'
import { type Page, Pages } from '../address/pages'
import { SessionGate } from '../api/session-gate'

/** The pages of the kitchen, by address. */
const PAGES: readonly Page[] = [{ path: '/kitchen', Component: lazy(() => import('./start-page')) }]

/** The kitchen's tablet: for kitchen staff alone. Each page brings its own header, to have the whole height. */
export function KitchenFrame() {
  return (
    <SessionGate roles={['kitchen']}>
      <Pages pages={PAGES} />
    </SessionGate>
  )
}
