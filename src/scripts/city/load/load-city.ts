import { importOfferings } from '../../../booking/import-offerings'
import { importCatalogue } from '../../../catalogue/import-catalogue'
import { importFeeRules } from '../../../delivery/fees/import-fee-rules'
import { importFleet } from '../../../delivery/fleet/import-fleet'
import { importSlots } from '../../../delivery/slots/wish-slots'
import { importCompanies } from '../../../funding/import-companies'
import type { ServiceDate } from '../../../kernel/time'
import { importOutput } from '../../../kitchen/crew/output'
import { importCrews, importStations } from '../../../kitchen/import-stations'
import { importSafety } from '../../../kitchen/safety/import-safety'
import { importSensors } from '../../../kitchen/safety/sensors'
import { importPeople } from '../../../people/import-people'
import { importPlaces } from '../../../places/import-places'
import type { App } from '../../../platform/app'
import { importSupply } from '../../../procurement/import-supply'
import type { DemoCity } from '../city'
import { catalogueOf, type ProductIds } from './catalogue'
import { loadCompanyLife } from './company-life'
import { deliveryOf, slotsOf } from './delivery'
import { feesOf } from './fees'
import { crewsOf, outputOf, safetyOf, sensorsOf, stationsOf } from './kitchens'
import { loadMembers } from './members'
import { offeringsOf } from './offerings'
import { openMenus } from './open-menus'
import { loadOpening } from './opening'
import { companiesOf, type CustomerIds, peopleRows } from './people'
import { placesOf } from './places'
import { loadPurchases } from './purchases'
import { loadStanding } from './standing'
import { supplyOf } from './supply'

/** Ids Medusa gave to what it knows of the city. */
export interface InMedusa {
  /** By operator. */
  readonly salesChannels: Readonly<Record<string, string>>
  /** By dish. */
  readonly products: ProductIds
  /** By e-mail. */
  readonly customers: CustomerIds
}

/** New rows, by table. */
export type Loaded = Readonly<Record<string, number>>

/** Puts the demo city into our tables: all of it or, when anything fails, nothing. */
export const loadCity = (app: App, city: DemoCity, today: ServiceDate, inMedusa: InMedusa): Promise<Loaded> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const places = await importPlaces(within, placesOf(city, inMedusa.salesChannels))
    return {
      ...places,
      ...(await importPeople(within, peopleRows(city, inMedusa.customers))),
      ...(await loadMembers(within, city, today)),
      ...(await importCompanies(within, companiesOf(city, today))),
      openingLines: await loadOpening(within, city, today),
      stations: await importStations(within, stationsOf(city)),
      crews: await importCrews(within, crewsOf(city)),
      safetyPolicies: await importSafety(within, safetyOf(city)),
      sensors: await importSensors(within, sensorsOf(city)),
      outputDays: await importOutput(within, outputOf(city, today)),
      ...(await importFleet(within, deliveryOf(city))),
      deliverySlots: await importSlots(within, slotsOf(city)),
      feeRules: await importFeeRules(within, feesOf(app.now())),
      ...(await importSupply(within, supplyOf(city))),
      ...(await loadPurchases(within, city)),
      ...(await importCatalogue(within, catalogueOf(city, inMedusa.products))),
      ...(await openMenus(within, city, today)),
      ...(await importOfferings(within, offeringsOf(today))),
      // what people do with a city is done once: it comes about by acts, not by rows
      ...(places['operators'] ? await loadLife(within, city, today) : {}),
    }
  })

async function loadLife(app: App, city: DemoCity, today: ServiceDate): Promise<Loaded> {
  return { ...(await loadCompanyLife(app, city, today)), standingPlans: await loadStanding(app, today) }
}
