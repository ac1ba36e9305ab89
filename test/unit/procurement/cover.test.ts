import { describe, expect, it } from 'vitest'
import { coverOf } from '../../../src/procurement/domain/cover'
import { needsRecount, varianceOf } from '../../../src/procurement/domain/count'
import { papersState, warningsDue } from '../../../src/procurement/domain/papers'
import { approvalsNeeded, USUAL_RULES } from '../../../src/procurement/domain/rules'

const needs = [
  { date: '2026-11-24', need: 30 },
  { date: '2026-11-25', need: 50 },
]
const lot = (quantity: number) => [{ id: 'lot_1', expiresOn: '2027-01-01', quantity }]
const cover = (left: number, ...coming: { date: string; quantity: number; proposalId: string | null }[]) =>
  coverOf(lot(left), needs, coming, '2026-11-26')

describe('whether a site has what it needs', () => {
  it('is covered by the shelf and by orders somebody stands behind', () => {
    expect(cover(80).state).toBe('covered')
    expect(cover(30, { date: '2026-11-25', quantity: 50, proposalId: null }).state).toBe('covered')
  })

  it('is re-sourced by a proposal in time, and escalated by one that comes too late or brings too little', () => {
    const proposal = { quantity: 50, proposalId: 'po_1' }
    expect(cover(30, { date: '2026-11-25', ...proposal })).toEqual({
      state: 'resourced',
      runsOutOn: '2026-11-25',
      coveredBy: 'po_1',
    })
    expect(cover(30, { date: '2026-11-26', ...proposal }).state).toBe('escalated')
    expect(cover(29, { date: '2026-11-25', ...proposal })).toMatchObject({
      state: 'escalated',
      runsOutOn: '2026-11-24',
    })
  })
})

describe('small rules', () => {
  it('counts again what is more than 2% off, and everything that should not be there', () => {
    expect(needsRecount({ expected: 1_000, counted: 980 }, 200)).toBe(false)
    expect(needsRecount({ expected: 1_000, counted: 979 }, 200)).toBe(true)
    expect(needsRecount({ expected: 0, counted: 1 }, 200)).toBe(true)
  })

  it('never counts a lot below nothing', () => {
    expect(varianceOf({ expected: 100, counted: 40 }, 100)).toBe(-60)
    // 70 were cooked while somebody counted
    expect(varianceOf({ expected: 100, counted: 40 }, 30)).toBe(-30)
  })

  it('asks for two people only above the limit', () => {
    expect(approvalsNeeded(100_000, { approvalLimitMinor: 100_000 })).toBe(1)
    expect(approvalsNeeded(100_001, { approvalLimitMinor: 100_000 })).toBe(2)
    expect(approvalsNeeded(2_000_000_000, USUAL_RULES)).toBe(1)
  })

  it('P5 warns 30 and 7 days before a paper ends, and no more once it has', () => {
    expect(warningsDue('2026-12-24', '2026-11-23')).toEqual([])
    expect(warningsDue('2026-12-23', '2026-11-23')).toEqual([30])
    expect(warningsDue('2026-11-30', '2026-11-23')).toEqual([30, 7])
    expect(warningsDue('2026-11-22', '2026-11-23')).toEqual([])
    expect(papersState('2026-11-22', '2026-11-23', 30)).toBe('expired')
    expect(papersState(null, '2026-11-23', 30)).toBe('none')
  })
})
