import type { Commerce } from '../platform/commerce'
import type { ServiceClock } from '../platform/clock'
import type { Payments } from '../platform/payments/open'
import type { CallerOf } from './auth'
import { approvalRoutes } from './company/approvals/routes'
import { cateringRoutes } from './company/catering/routes'
import { companyPeopleRoutes } from './company/people/routes'
import { companyRoutes } from './company/routes'
import { purseRoutes } from './company/purses/routes'
import { companySetupRoutes } from './company/setup/routes'
import { companySpendRoutes } from './company/spend/routes'
import { invoiceRoutes } from './company/invoices/routes'
import { statementRoutes } from './company/statements/routes'
import { fapiaoRoutes } from './store/fapiao/routes'
import { courierRoutes } from './courier/routes'
import { dispatchRoutes } from './dispatch/routes'
import { kitchenRoutes } from './kitchen/routes'
import { kitchenCrewRoutes } from './kitchen/crew/routes'
import { kitchenLabelRoutes } from './kitchen/labels/routes'
import { kitchenPlanningRoutes } from './kitchen/planning/routes'
import { kitchenServiceRoutes } from './kitchen/service/routes'
import { kitchenTransferRoutes } from './kitchen/transfers/routes'
import { kitchenSensorRoutes } from './kitchen/sensors/routes'
import { kitchenSafetyRoutes } from './kitchen/safety/routes'
import { kitchenShortageRoutes } from './kitchen/shortages/routes'
import { densityRoutes } from './operator/density/routes'
import { satisfactionRoutes } from './operator/satisfaction/routes'
import { feeRoutes } from './operator/fees/routes'
import { menuRoutes } from './operator/menus/routes'
import { recipeRoutes } from './operator/recipes/routes'
import { operatorRoutes } from './operator/routes'
import { settlementRoutes } from './operator/settlement/routes'
import { forecastRoutes } from './procurement/forecasts/routes'
import { procurementRoutes } from './procurement/routes'
import { providerRoutes } from './provider/routes'
import type { Route } from './serve'
import { sessionRoutes } from './session/routes'
import { bookingRoutes } from './store/bookings/routes'
import { storeDeliveryRoutes } from './store/delivery/routes'
import { employerRoutes } from './store/employer/routes'
import { allergenRoutes } from './store/allergens/routes'
import { ratingRoutes } from './store/ratings/routes'
import { storeRoutes } from './store/routes'
import { ownPurseRoutes } from './store/purse/routes'
import { planRoutes } from './store/plans/routes'
import { weekRoutes } from './store/week/routes'
import { supplierRoutes } from './supplier/routes'
import { subsidyRoutes } from './operator/subsidies/routes'
import { proxyRoutes } from './store/proxies/routes'
import { tillRoutes } from './till/routes'

export interface RouteParts {
  readonly payments: Payments
  readonly callerOf: CallerOf
  readonly commerce: Commerce
  readonly clock: ServiceClock
}

/** Every operation of the public API, by audience. What is not in here does not exist. */
export const allRoutes = ({ payments, callerOf, commerce, clock }: RouteParts): Route[] => [
  ...sessionRoutes((email, password, actor) => commerce.login(email, password, actor), callerOf),
  ...storeRoutes(payments),
  ...weekRoutes(),
  ...planRoutes(),
  ...storeDeliveryRoutes,
  ...bookingRoutes,
  ...companyRoutes,
  ...companyPeopleRoutes,
  ...approvalRoutes,
  ...cateringRoutes(payments),
  ...companySetupRoutes,
  ...employerRoutes,
  ...purseRoutes,
  ...ownPurseRoutes(payments),
  ...companySpendRoutes,
  ...statementRoutes,
  ...invoiceRoutes,
  ...settlementRoutes,
  ...fapiaoRoutes,
  ...kitchenRoutes,
  ...kitchenSafetyRoutes,
  ...kitchenSensorRoutes,
  ...kitchenCrewRoutes,
  ...kitchenLabelRoutes,
  ...kitchenPlanningRoutes,
  ...kitchenServiceRoutes,
  ...kitchenTransferRoutes,
  ...kitchenShortageRoutes,
  ...courierRoutes,
  ...dispatchRoutes,
  ...procurementRoutes,
  ...forecastRoutes,
  ...supplierRoutes,
  ...providerRoutes,
  ...tillRoutes(payments),
  ...subsidyRoutes,
  ...proxyRoutes,
  ...operatorRoutes(clock),
  ...densityRoutes,
  ...menuRoutes,
  ...recipeRoutes,
  ...satisfactionRoutes,
  ...ratingRoutes,
  ...allergenRoutes,
  ...feeRoutes,
]
