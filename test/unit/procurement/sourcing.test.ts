import { describe, expect, it } from 'vitest'
import { nextDeliveries } from '../../../src/procurement/domain/delivery-calendar'
import { chooseSource } from '../../../src/procurement/domain/sourcing'

/** Monday 23 November 2026, 10:00 in Shanghai. */
const MONDAY_10 = new Date('2026-11-23T02:00:00Z')
const terms = {
  deliveryWeekdays: [1, 2, 3, 4, 5],
  leadDays: 1,
  orderCutoff: '16:00',
  zone: 'Asia/Shanghai',
}

describe('the delivery calendar', () => {
  it('delivers after the lead days, on the next delivery weekday', () => {
    expect(nextDeliveries(terms, MONDAY_10)).toEqual({
      deliverOn: '2026-11-24',
      nextOn: '2026-11-25',
      cutoffPassed: false,
    })
    expect(nextDeliveries({ ...terms, deliveryWeekdays: [1, 4] }, MONDAY_10)).toMatchObject({
      deliverOn: '2026-11-26',
      nextOn: '2026-11-30',
    })
  })

  it('P2 counts an order at the closing time as the next day’s', () => {
    expect(nextDeliveries(terms, new Date('2026-11-23T07:59:59.999Z'))?.cutoffPassed).toBe(false)
    expect(nextDeliveries(terms, new Date('2026-11-23T08:00:00Z'))).toEqual({
      deliverOn: '2026-11-25',
      nextOn: '2026-11-26',
      cutoffPassed: true,
    })
  })

  it('has no day for a supplier without delivery days', () =>
    expect(nextDeliveries({ ...terms, deliveryWeekdays: [] }, MONDAY_10)).toBeUndefined())
})

describe('the supplier', () => {
  const preferred = { ...terms, supplierId: 'a', priority: 1, deliveryWeekdays: [4] }
  const second = { ...terms, supplierId: 'b', priority: 2 }

  it('is the preferred one as long as the stock lasts', () =>
    expect(chooseSource([second, preferred], MONDAY_10, undefined)).toMatchObject({
      source: { supplierId: 'a' },
      because: 'first',
    }))

  it('P2 is the next by priority when the preferred one comes too late, with the reason', () =>
    expect(chooseSource([preferred, second], MONDAY_10, '2026-11-25')).toMatchObject({
      source: { supplierId: 'b' },
      because: 'sooner',
    }))

  it('is whoever comes first when all are late, and nobody when nobody delivers', () => {
    expect(chooseSource([preferred, second], MONDAY_10, '2026-11-23')?.source.supplierId).toBe('b')
    expect(chooseSource([{ ...preferred, deliveryWeekdays: [] }], MONDAY_10, undefined)).toBeUndefined()
  })
})
