import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coupledDeliveries, decisionsOf } from '../../../src/procurement/domain/couple-deliveries'
import {
  type Decided,
  decideSite,
  dueLines,
  type SiteQuestion,
  type SiteSource,
} from '../../../src/procurement/domain/plan-site'
import { caseModel } from '../../../src/procurement/engine/lot-sizing/case-model'
import { solveModel } from '../../../src/procurement/planning/solve-model'

const DAYS = 15
const NOTHING = { supplies: [], issued: new Map(), touched: false, most: Number.POSITIVE_INFINITY, serviceBps: null }

const source = (supplierId: string, changed: Partial<SiteSource> = {}): SiteSource => ({
  supplierId,
  priority: 1,
  deliveries: [1, 4, 8, 11],
  orderNow: 1,
  cutoffPassed: false,
  shelfLifeDays: 30,
  feeShare: 0,
  deliveryFeeMinor: 0,
  minimumMinor: 0,
  packSize: 1_000,
  minimumPacks: 1,
  multiplePacks: 1,
  priceMinor: 1_000,
  priceBreaks: [],
  ...changed,
})

/** A site whose ingredients need so much on each of the days from tomorrow. */
function site(
  items: readonly { readonly daily: number; readonly sold: readonly SiteSource[] }[],
): SiteQuestion<SiteSource> {
  const needs = items.map(({ daily }, i) => {
    const need = new Float64Array(DAYS).fill(daily)
    need[0] = 0
    return { ingredientId: `ing_${i}`, need, firm: need, variance: new Float64Array(DAYS) }
  })
  return {
    needs,
    shelf: () => NOTHING,
    sold: (id) => items[Number(id.slice(4))]?.sold,
    standing: () => 0,
  }
}

async function fitted(question: SiteQuestion<SiteSource>): Promise<readonly Decided<SiteSource>[]> {
  const { decided } = decideSite(question)
  const [group] = coupledDeliveries(decided, question)
  if (!group) return decided
  const { model, start, orders } = caseModel(group.supplyCase)
  const { columns } = await solveModel(model, { seconds: 5, gap: 0 }, start(group.start))
  const made = columns && decisionsOf(group, orders(columns), question)
  return made ? [...decided.filter((each) => !group.own.includes(each)), ...made] : decided
}

const bought = (lines: ReturnType<typeof dueLines<SiteSource>>) =>
  lines.map(({ ingredientId, decision, packs, topUpPacks }) => [
    ingredientId,
    decision.source.supplierId,
    packs,
    topUpPacks,
  ])

describe('deliveries with something in common', () => {
  it('leave alone what reaches its minimum and is brought for nothing', () => {
    const question = site([{ daily: 1_000, sold: [source('a', { minimumMinor: 2_000 })] }])
    const { decided } = decideSite(question)
    expect(coupledDeliveries(decided, question)).toEqual([])
  })

  it('take the goods to whoever brings something anyway, when one item alone does not pay the delivery', async () => {
    // b is a fen cheaper and asks 5,000 for coming; a comes anyway with the other item
    const question = site([
      { daily: 2_000, sold: [source('a')] },
      { daily: 100, sold: [source('a'), source('b', { priceMinor: 999, deliveryFeeMinor: 5_000 })] },
    ])
    const lines = dueLines(await fitted(question), question.standing)
    expect(new Set(lines.map(({ decision }) => decision.source.supplierId))).toEqual(new Set(['a']))
  })

  it('fill a minimum with what costs least to carry, and say what was brought forward', async () => {
    // three packs of each until the next delivery come to 390,000: a pack of the cheap one carried for 3 days costs 54,
    // one of the dear one 180
    const [dear, cheap] = [100_000, 30_000].map((priceMinor) => source('a', { minimumMinor: 410_000, priceMinor }))
    const question = site([
      { daily: 1_000, sold: [dear!] },
      { daily: 1_000, sold: [cheap!] },
    ])
    expect(bought(dueLines(await fitted(question), question.standing))).toEqual([
      ['ing_0', 'a', 3, 0],
      ['ing_1', 'a', 4, 1],
    ])
  })

  it('P1 ask for nothing more at a second look, and reach every minimum they can', async () => {
    const item = fc.record({
      daily: fc.integer({ min: 50, max: 2_000 }),
      price: fc.integer({ min: 200, max: 4_000 }),
      shelfLifeDays: fc.constantFrom(4, 7, 30),
      other: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.constantFrom(0, 2_000),
        async (items, minimumMinor, deliveryFeeMinor) => {
          const question = site(
            items.map(({ daily, price, shelfLifeDays, other }) => {
              const terms = { shelfLifeDays, minimumMinor, deliveryFeeMinor }
              return {
                daily,
                sold: [
                  source('a', { ...terms, priceMinor: price }),
                  ...(other ? [source('b', { ...terms, priceMinor: price + 1, deliveries: [2, 5, 9, 12] })] : []),
                ],
              }
            }),
          )
          const lines = dueLines(await fitted(question), question.standing)
          const shelf: SiteQuestion<SiteSource>['shelf'] = (id) => ({
            ...NOTHING,
            supplies: lines
              .filter(({ ingredientId }) => ingredientId === id)
              .map(({ decision: { source: from }, delivery, packs }) => ({
                quantity: packs * from.packSize,
                from: from.deliveries[delivery]!,
                lastDay: from.deliveries[delivery]! + from.shelfLifeDays - 1,
                proposed: true,
              })),
          })
          const standing = (from: SiteSource, day: number) =>
            lines
              .filter(
                (line) => line.decision.source.supplierId === from.supplierId && from.deliveries[line.delivery] === day,
              )
              .reduce((sum, { packs, decision }) => sum + packs * decision.source.priceMinor, 0)
          const again = { ...question, shelf, standing }
          expect(bought(dueLines(await fitted(again), standing))).toEqual([])
        },
      ),
      { numRuns: 15 },
    )
  })
})
