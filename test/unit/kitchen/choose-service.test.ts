import { describe, expect, it } from 'vitest'
import { choicesOf, currentService, keyOf, serviceOf } from '../../../storefront/kitchen/choose-service'

const service = (serviceDate: string, dueAt: string, open: number) => ({
  serviceDate,
  period: 'lunch' as const,
  dueAt,
  open,
  ready: 0,
})
const YESTERDAY = service('2026-11-01', '2026-11-01T03:00:00Z', 2)
const TODAY = service('2026-11-02', '2026-11-02T03:00:00Z', 5)
const TOMORROW = service('2026-11-03', '2026-11-03T03:00:00Z', 9)
const at = (time: string) => Date.parse(time)

describe('the service a kitchen screen opens', () => {
  it('is the first that is not over and has something to do', () => {
    const site = { services: [YESTERDAY, TODAY, TOMORROW] }
    expect(currentService(site, at('2026-11-02T01:00:00Z'))).toBe(TODAY)
    expect(currentService(site, at('2026-11-02T04:00:00Z'))).toBe(TODAY)
    expect(currentService(site, at('2026-11-02T06:00:00Z'))).toBe(TOMORROW)
  })

  it('is the next when nothing is to do, the last when nothing is ahead, none when there is none', () => {
    const finished = { ...TODAY, open: 0 }
    expect(currentService({ services: [YESTERDAY, finished] }, at('2026-11-02T01:00:00Z'))).toBe(finished)
    expect(currentService({ services: [YESTERDAY, finished] }, at('2026-11-05T01:00:00Z'))).toBe(finished)
    expect(currentService({ services: [] }, 0)).toBeUndefined()
  })

  it('travels in the address, and nothing but a service does', () => {
    expect(serviceOf(keyOf(TODAY))).toEqual({ serviceDate: '2026-11-02', period: 'lunch' })
    for (const wrong of [null, '', 'lunch', '2026-11-02', '2026-11-02 brunch', '<b> lunch']) {
      expect(serviceOf(wrong)).toBeUndefined()
    }
  })

  it('offers the chosen service even when it has no ticket, with the count the board knows', () => {
    const dinner = { serviceDate: '2026-11-02', period: 'dinner' as const }
    expect(choicesOf({ services: [TODAY] }, dinner, 0)).toEqual([{ ...dinner, open: 0 }, TODAY])
    expect(choicesOf({ services: [TODAY] }, TODAY, 4)).toEqual([{ ...TODAY, open: 4 }])
  })
})
