import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from '@medusajs/medusa/core-flows'

/** Our couriers; Medusa is only told what they did. */
export const FULFILMENT_PROVIDER = 'manual_manual'

const NAME = '邻里配送'

export interface Delivery {
  readonly locationId: string
  readonly shippingProfileId: string
  readonly shippingOptionId: string
}

/** The place we deliver from and the one way to deliver, as Medusa's records want them. Repeating changes nothing. */
export async function setUpDelivery(
  container: MedusaContainer,
  regionId: string,
  channelIds: readonly string[],
): Promise<Delivery> {
  const locationId = await setUpLocation(container)
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: locationId, add: [...channelIds] } })
  const shippingProfileId = await setUpProfile(container)
  const shippingOptionId = await setUpOption(container, { regionId, locationId, shippingProfileId })
  return { locationId, shippingProfileId, shippingOptionId }
}

async function setUpLocation(container: MedusaContainer): Promise<string> {
  const [standing] = await container.resolve(Modules.STOCK_LOCATION).listStockLocations({ name: NAME })
  if (standing) return standing.id
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: NAME, address: { address_1: '—', country_code: 'cn' } }] },
  })
  const locationId = idOf(result)
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILMENT_PROVIDER },
  })
  return locationId
}

async function setUpProfile(container: MedusaContainer): Promise<string> {
  const [standing] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ name: NAME })
  if (standing) return standing.id
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: NAME, type: 'default' }] },
  })
  return idOf(result)
}

async function setUpOption(
  container: MedusaContainer,
  ids: { regionId: string; locationId: string; shippingProfileId: string },
): Promise<string> {
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const [standing] = await fulfilment.listShippingOptions({ name: NAME })
  if (standing) return standing.id
  const [set = await makeSet(container, ids.locationId)] = await fulfilment.listFulfillmentSets(
    { name: NAME },
    { relations: ['service_zones'] },
  )
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: NAME,
        price_type: 'flat',
        provider_id: FULFILMENT_PROVIDER,
        service_zone_id: idOf(set.service_zones),
        shipping_profile_id: ids.shippingProfileId,
        type: { label: NAME, description: 'Courier of the neighbourhood', code: 'courier' },
        prices: [
          { currency_code: 'cny', amount: 3 },
          { region_id: ids.regionId, amount: 3 },
        ],
        rules: [
          { attribute: 'enabled_in_store', operator: 'eq', value: 'true' },
          { attribute: 'is_return', operator: 'eq', value: 'false' },
        ],
      },
    ],
  })
  return idOf(result)
}

async function makeSet(container: MedusaContainer, locationId: string) {
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: NAME,
    type: 'shipping',
    service_zones: [{ name: NAME, geo_zones: [{ type: 'country', country_code: 'cn' }] }],
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  return set
}

function idOf(made: readonly { id: string }[]): string {
  const [first] = made
  if (!first) throw new Error('Medusa made nothing')
  return first.id
}
