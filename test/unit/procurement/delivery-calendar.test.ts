import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/kernel/time'
import {
  type DeliveryTerms,
  deliveriesFrom,
  deliversOn,
  orderBy,
} from '../../../src/procurement/domain/delivery-calendar'

const GRAIN: DeliveryTerms = {
  deliveryWeekdays: [1, 2, 3, 4, 5],
  leadDays: 2,
  workWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-11-26'],
  makeUpDays: ['2026-11-28'],
  orderCutoff: '16:00',
  zone: 'Asia/Shanghai',
}

describe('the supplier’s calendar', () => {
  it('takes orders for Friday until Tuesday when Thursday is a holiday', () =>
    expect(orderBy(GRAIN, '2026-11-27')).toEqual(new Date('2026-11-24T08:00:00Z')))

  it('takes orders for Monday until Friday when Saturday is worked', () =>
    expect(orderBy(GRAIN, '2026-11-30')).toEqual(new Date('2026-11-27T08:00:00Z')))

  it('never comes on a holiday, and comes on the day that makes up for it', () =>
    expect(['2026-11-25', '2026-11-26', '2026-11-28', '2026-11-29'].map((day) => deliversOn(GRAIN, day))).toEqual([
      true,
      false,
      true,
      false,
    ]))

  it('reaches a delivery until its closing time and not after', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-11-20', days))
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    const terms = fc.record({
      deliveryWeekdays: weekdays,
      leadDays: fc.integer({ min: 0, max: 4 }),
      workWeekdays: weekdays,
      holidays: fc.array(day, { maxLength: 4 }),
      makeUpDays: fc.array(day, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(terms, day, (own, deliverOn) => {
        const supplier = { ...GRAIN, ...own }
        const last = orderBy(supplier, deliverOn)
        if (!deliversOn(supplier, deliverOn) || !last) return
        const reached = (at: number) => deliveriesFrom(supplier, new Date(at), deliverOn).days.includes(deliverOn)
        expect([reached(last.getTime() - 1), reached(last.getTime())]).toEqual([true, false])
      }),
    )
  })
})
