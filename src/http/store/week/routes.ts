import { type Route, serve } from '../../serve'
import { openKnown } from '../../../shopping/known'
import * as contract from './contract'
import { readWeek } from './read-week'

/** A whole week to choose from; it is ordered as any other basket. */
export function weekRoutes(): Route[] {
  const known = openKnown()
  return [serve(contract.showWeek, ({ app, caller, query }) => readWeek(app, known, caller, query))]
}
