import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import {
  createProductTypesWorkflow,
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  updateStoresWorkflow,
} from '@medusajs/medusa/core-flows'

export const PAYMENT_PROVIDER = 'pp_system_default'

/** Rates of Chinese value added tax by what is sold; catering is the rate of everything without a type. */
const TAXES = [
  { bps: 600, code: 'vat-catering', type: 'catering', name: '餐饮服务 6%' },
  { bps: 900, code: 'vat-produce', type: 'produce', name: '农产品 9%' },
  { bps: 1300, code: 'vat-goods', type: 'goods', name: '货物 13%' },
] as const
const CATERING = TAXES[0]

export const taxCode = (bps: number): string => TAXES.find((tax) => tax.bps === bps)?.code ?? `vat-${bps / 100}`

export interface Market {
  readonly storeId: string
  readonly regionId: string
  /** Product types by basis points. */
  readonly taxTypes: Record<string, string>
}

/** The store, the region China with prices in CNY that include tax, and its tax rates. Repeating changes nothing. */
export async function setUpMarket(container: MedusaContainer): Promise<Market> {
  const storeId = await setUpStoreRow(container)
  const regionId = await setUpRegion(container)
  const taxTypes = await setUpTypes(container)
  await setUpTaxes(container, taxTypes)
  return { storeId, regionId, taxTypes }
}

async function setUpStoreRow(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { relations: ['supported_currencies'] })
  if (!store) throw new Error('Medusa made no store at its start')
  if (store.supported_currencies?.some(({ currency_code }) => currency_code === 'cny')) return store.id
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: '邻里 Linli',
        supported_currencies: [{ currency_code: 'cny', is_default: true, is_tax_inclusive: true }],
      },
    },
  })
  return store.id
}

async function setUpRegion(container: MedusaContainer): Promise<string> {
  const [standing] = await container.resolve(Modules.REGION).listRegions({ name: '中国' })
  if (standing) return standing.id
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: '中国',
          currency_code: 'cny',
          countries: ['cn'],
          payment_providers: [PAYMENT_PROVIDER],
          is_tax_inclusive: true,
          metadata: { en: 'China' },
        },
      ],
    },
  })
  const [region] = result
  if (!region) throw new Error('Medusa made no region')
  return region.id
}

async function setUpTypes(container: MedusaContainer): Promise<Record<string, string>> {
  const standing = await container.resolve(Modules.PRODUCT).listProductTypes({}, { take: null })
  const byValue = new Map(standing.map(({ value, id }) => [value, id]))
  const missing = TAXES.filter(({ type }) => !byValue.has(type))
  if (missing.length > 0) {
    const { result } = await createProductTypesWorkflow(container).run({
      input: { product_types: missing.map(({ type }) => ({ value: type })) },
    })
    for (const { value, id } of result) byValue.set(value, id)
  }
  return Object.fromEntries(TAXES.map(({ bps, type }) => [String(bps), byValue.get(type) ?? '']))
}

async function setUpTaxes(container: MedusaContainer, taxTypes: Record<string, string>): Promise<void> {
  const tax = container.resolve(Modules.TAX)
  const [standing] = await tax.listTaxRegions({ country_code: 'cn' })
  const { name, code, bps } = CATERING
  const region =
    standing ??
    (
      await createTaxRegionsWorkflow(container).run({
        input: [{ country_code: 'cn', provider_id: 'tp_system', default_tax_rate: { name, code, rate: bps / 100 } }],
      })
    ).result[0]
  if (!region) throw new Error('Medusa made no tax region')

  const rates = await tax.listTaxRates({ tax_region_id: region.id })
  const missing = TAXES.filter((one) => !rates.some((rate) => rate.code === one.code))
  await tax.createTaxRates(
    missing.map((one) => ({
      tax_region_id: region.id,
      name: one.name,
      code: one.code,
      rate: one.bps / 100,
      rules: [{ reference: 'product_type', reference_id: taxTypes[String(one.bps)] ?? '' }],
    })),
  )
}
