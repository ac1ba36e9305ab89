import type { App } from '../../src/platform/app'
import { newId } from '../../src/platform/id'
import { lots, stockMoves } from '../../src/procurement/schema/stock'
import { certificates, ingredients, suppliers, supplyTerms } from '../../src/procurement/schema/supply'

/** Monday 23 November 2026, 10:00 in Shanghai. */
export const MONDAY_10 = new Date('2026-11-23T02:00:00Z')
export const MONDAY = '2026-11-23'
export const TUESDAY = '2026-11-24'
export const OPERATOR = 'op_north'
export const SITE = 'site_kitchen'

const text = (name: string) => ({ zh: name, en: name })

/** A kitchen's suppliers: rice and pork from one that delivers on weekdays, ordered the day before by 16:00. */
export async function stockPantry(app: App): Promise<void> {
  await app.db.insert(ingredients).values(
    (
      [
        ['rice', 'g', 'ambient'],
        ['pork', 'g', 'chilled'],
        ['egg', 'piece', 'ambient'],
      ] as const
    ).map(([id, unit, storage]) => ({
      id,
      name: text(id),
      unit,
      contains: [],
      mayContain: [],
      nutrition: {},
      shelfLifeDays: 30,
      storage,
    })),
  )
  await app.db.insert(suppliers).values({
    id: 'sup_grain',
    operatorId: OPERATOR,
    name: text('Grain & Meat'),
    deliveryWeekdays: [1, 2, 3, 4, 5],
    leadDays: 1,
    orderCutoff: '16:00',
    minimumMinor: 0,
    zone: 'Asia/Shanghai',
  })
  await app.db.insert(supplyTerms).values(
    [
      { ingredientId: 'rice', packSize: 25_000, priceMinor: 12_800, priceBreaks: [{ packs: 4, priceMinor: 12_000 }] },
      { ingredientId: 'pork', packSize: 5_000, priceMinor: 16_000, priceBreaks: [] },
    ].map((terms) => ({
      ...terms,
      supplierId: 'sup_grain',
      operatorId: OPERATOR,
      priority: 1,
      packName: text('bag'),
      minimumPacks: 1,
    })),
  )
  await app.db.insert(certificates).values({
    id: 'cert_food',
    supplierId: 'sup_grain',
    kind: 'food_licence',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  })
}

/** A lot on the shelf, with the move that brought it. Base units. */
export async function putLot(
  app: App,
  lot: { ingredientId: string; quantity: number; expiresOn: string; id?: string },
): Promise<string> {
  const { id = newId('lot'), quantity } = lot
  await app.db.insert(lots).values({
    ...lot,
    id,
    operatorId: OPERATOR,
    siteId: SITE,
    code: id,
    receivedQuantity: quantity,
    costPerThousand: 512,
    receivedAt: app.now(),
  })
  await app.db
    .insert(stockMoves)
    .values({ operatorId: OPERATOR, lotId: id, delta: quantity, reason: 'opening', ref: id, at: app.now() })
  return id
}

/** Tuesday's lunch and dinner, sold out and closed: 180 g of rice and 120 g of pork a portion. */
export const lunches = (portions: number) => ({
  operatorId: OPERATOR,
  siteId: SITE,
  zone: 'Asia/Shanghai',
  menu: (['lunch', 'dinner'] as const).map((period) => ({
    serviceDate: TUESDAY,
    period,
    dishId: 'pork_rice',
    recipeVersionId: 'pork_rice_1',
    firm: portions,
    open: false,
  })),
  explosion: new Map([
    [
      'pork_rice_1',
      [
        { ingredientId: 'rice', perThousand: 180_000 },
        { ingredientId: 'pork', perThousand: 120_000 },
      ],
    ],
  ]),
})
