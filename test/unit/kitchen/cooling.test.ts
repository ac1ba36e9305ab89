import { describe, expect, it } from 'vitest'
import { batchClock, type CookedBatch } from '../../../src/kitchen/domain/safety/batch-clock'
import { coolingOf } from '../../../src/kitchen/domain/safety/cooling'
import { SAFETY_PROFILES } from '../../../src/kitchen/domain/safety/profiles'
import { limitsOf } from '../../../src/kitchen/domain/safety/rules'

const limitsIn = (id: string) => {
  const profile = SAFETY_PROFILES.find((one) => one.id === id)!
  return limitsOf(profile.rules, null, profile.cooling)
}
const at = (clock: string) => new Date(`2026-11-02T${clock}:00+08:00`)
/** Off the heat at 10:00 and put into the cold at 10:10. */
const cooled = (readings: readonly (readonly [string, number])[], given: Partial<CookedBatch> = {}): CookedBatch => ({
  cookedAt: at('10:00'),
  holding: 'hot',
  befell: [{ mode: 'chilled', at: at('10:10') }],
  readings: readings.map(([clock, tenths]) => ({ at: at(clock), tenths })),
  ...given,
})
const seen = (batch: CookedBatch, clock: string, profile = 'cn') => {
  const { state, cooling } = batchClock(batch, limitsIn(profile), at(clock))
  return [state, cooling?.state, cooling?.to]
}

describe('cooling', () => {
  it('K6 in China goes to 21 °C in two hours, then to 8 °C in two more, and is done', () => {
    const batch = cooled([
      ['11:00', 450],
      ['12:00', 205],
      ['13:30', 75],
    ])
    expect(seen(batch, '10:30')).toEqual(['good', 'under_way', 210])
    // 45 °C on the way down is between cold and hot, and as it should be
    expect(seen(batch, '11:59')).toEqual(['good', 'under_way', 210])
    expect(seen(batch, '12:20')).toEqual(['good', 'under_way', 80])
    expect(seen(batch, '20:00')).toEqual(['good', 'done', 80])
    // cold once, it must stay cold
    const warmed = cooled([
      ['13:30', 75],
      ['15:00', 150],
    ])
    expect(seen(warmed, '16:59')[0]).toBe('good')
    expect(seen(warmed, '17:00')[0]).toBe('reheat_or_discard')
  })

  it('K6 too warm when a step is over, it is to be reheated or thrown away; reheated it may begin anew', () => {
    const batch = cooled([['12:15', 230]])
    expect(seen(batch, '12:14')).toEqual(['good', 'overdue', 210])
    expect(seen(batch, '12:15')).toEqual(['reheat_or_discard', 'failed', 210])
    const again: CookedBatch = {
      ...batch,
      befell: [...batch.befell, { mode: 'reheated', at: at('12:20') }, { mode: 'chilled', at: at('12:25') }],
    }
    expect(seen(again, '12:22')).toEqual(['good', undefined, undefined])
    expect(seen(again, '13:00')).toEqual(['good', 'under_way', 210])
  })

  it('K6 what nobody measured is overdue, not proved; a move between cold places begins nothing anew', () => {
    const moved = cooled([], {
      befell: [
        { mode: 'chilled', at: at('10:10') },
        { mode: 'chilled', at: at('11:30') },
      ],
    })
    expect(coolingOf(moved, limitsIn('cn').cooling, at('12:10'))).toMatchObject({ state: 'overdue', by: at('12:10') })
    expect(seen(cooled([], { befell: [] }), '12:10')).toEqual(['good', undefined, undefined])
  })

  it('follows the rules of France and the United States as data', () => {
    expect(seen(cooled([['12:10', 101]]), '12:10', 'fr')).toEqual(['reheat_or_discard', 'failed', 100])
    expect(seen(cooled([['12:10', 100]]), '12:10', 'fr')[1]).toBe('done')
    const slow = cooled([
      ['12:00', 211],
      ['16:00', 60],
    ])
    expect(seen(slow, '16:09', 'us')).toEqual(['good', 'under_way', 50])
    expect(seen(cooled([['16:10', 51]]), '16:10', 'us')).toEqual(['reheat_or_discard', 'failed', 50])
  })
})
