import * as company from './company/contract'
import * as courier from './courier/contract'
import * as dispatchBoxes from './dispatch/boxes/contract'
import * as dispatch from './dispatch/contract'
import type { Endpoint } from './endpoint'
import * as kitchen from './kitchen/contract'
import * as operator from './operator/contract'
import * as density from './operator/density/contract'
import * as procurement from './procurement/contract'
import * as forecasts from './procurement/forecasts/contract'
import * as session from './session/contract'
import * as store from './store/contract'
import * as storeDelivery from './store/delivery/contract'
import * as supplier from './supplier/contract'

const CONTRACTS: readonly object[] = [
  session,
  store,
  storeDelivery,
  company,
  kitchen,
  courier,
  dispatch,
  dispatchBoxes,
  procurement,
  forecasts,
  supplier,
  operator,
  density,
]

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value

/** Every operation of the public API, by audience, in the order of its contract. */
export const allEndpoints: readonly Endpoint[] = CONTRACTS.flatMap((contract) =>
  Object.values(contract).filter(isEndpoint),
)
