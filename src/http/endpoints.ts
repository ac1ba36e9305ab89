import * as company from './company/contract'
import * as companyApprovals from './company/approvals/contract'
import * as companyCatering from './company/catering/contract'
import * as companyPeople from './company/people/contract'
import * as companyPurses from './company/purses/contract'
import * as companySetup from './company/setup/contract'
import * as companySpend from './company/spend/contract'
import * as companyStatements from './company/statements/contract'
import * as settlement from './operator/settlement/contract'
import * as companyInvoices from './company/invoices/contract'
import * as storeFapiao from './store/fapiao/contract'
import * as courier from './courier/contract'
import * as dispatchBoxes from './dispatch/boxes/contract'
import * as dispatch from './dispatch/contract'
import type { Endpoint } from './endpoint'
import * as kitchen from './kitchen/contract'
import * as kitchenCrew from './kitchen/crew/contract'
import * as kitchenLabels from './kitchen/labels/contract'
import * as kitchenPlanning from './kitchen/planning/contract'
import * as kitchenService from './kitchen/service/contract'
import * as kitchenTransfers from './kitchen/transfers/contract'
import * as kitchenSafety from './kitchen/safety/contract'
import * as kitchenSensors from './kitchen/sensors/contract'
import * as kitchenShortages from './kitchen/shortages/contract'
import * as operator from './operator/contract'
import * as density from './operator/density/contract'
import * as satisfaction from './operator/satisfaction/contract'
import * as menus from './operator/menus/contract'
import * as recipes from './operator/recipes/contract'
import * as fees from './operator/fees/contract'
import * as procurement from './procurement/contract'
import * as forecasts from './procurement/forecasts/contract'
import * as counts from './procurement/counts/contract'
import * as gaps from './procurement/gaps/contract'
import * as imports from './procurement/imports/contract'
import * as matching from './procurement/matching/contract'
import * as orders from './procurement/orders/contract'
import * as receiving from './procurement/receiving/contract'
import * as stock from './procurement/stock/contract'
import * as suppliers from './procurement/suppliers/contract'
import * as tracing from './procurement/tracing/contract'
import * as provider from './provider/contract'
import * as session from './session/contract'
import * as storeBasket from './store/basket/contract'
import * as store from './store/contract'
import * as storeOrders from './store/orders/contract'
import * as storeBookings from './store/bookings/contract'
import * as storeDelivery from './store/delivery/contract'
import * as employer from './store/employer/contract'
import * as allergens from './store/allergens/contract'
import * as ratings from './store/ratings/contract'
import * as storePurse from './store/purse/contract'
import * as storePlans from './store/plans/contract'
import * as storeWeek from './store/week/contract'
import * as supplier from './supplier/contract'
import * as supplierOrders from './supplier/orders/contract'
import * as subsidies from './operator/subsidies/contract'
import * as proxies from './store/proxies/contract'
import * as till from './till/contract'
import * as supplierPapers from './supplier/papers/contract'

const CONTRACTS: readonly object[] = [
  session,
  store,
  storeBasket,
  storeOrders,
  storeWeek,
  storePlans,
  storeDelivery,
  storeBookings,
  company,
  companyApprovals,
  companyCatering,
  companySetup,
  companyPeople,
  employer,
  companyPurses,
  storePurse,
  companySpend,
  companyStatements,
  companyInvoices,
  settlement,
  storeFapiao,
  kitchen,
  kitchenSafety,
  kitchenSensors,
  kitchenCrew,
  kitchenLabels,
  kitchenPlanning,
  kitchenService,
  kitchenTransfers,
  kitchenShortages,
  courier,
  dispatch,
  dispatchBoxes,
  procurement,
  forecasts,
  orders,
  gaps,
  receiving,
  stock,
  counts,
  suppliers,
  matching,
  tracing,
  imports,
  supplier,
  supplierOrders,
  supplierPapers,
  provider,
  till,
  subsidies,
  proxies,
  operator,
  density,
  satisfaction,
  ratings,
  menus,
  recipes,
  allergens,
  fees,
]

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value

/** Every operation of the public API, by audience, in the order of its contract. */
export const allEndpoints: readonly Endpoint[] = CONTRACTS.flatMap((contract) =>
  Object.values(contract).filter(isEndpoint),
)
