import { describe, expect, it } from 'vitest'
import { FAILURE_REASONS, nextActionFor, POINT_KINDS, stateAfter } from '../../../src/delivery/domain/failure'

describe('nextActionFor', () => {
  it('D4 knows what happens next for every reason at every point', () => {
    for (const reason of FAILURE_REASONS)
      for (const point of POINT_KINDS)
        expect(['held', 'stored', 'failed']).toContain(stateAfter(nextActionFor(reason, point)))
  })

  it('D4 leaves a box where somebody or a lock looks after it, and calls where nobody does', () => {
    expect(nextActionFor('nobody_there', 'locker')).toBe('leave_at_point')
    expect(nextActionFor('nobody_there', 'desk')).toBe('leave_at_point')
    expect(nextActionFor('nobody_there', 'door')).toBe('call_customer')
    expect(nextActionFor('nobody_there', 'lobby')).toBe('call_customer')
  })

  it('D4 does not come a third time', () => expect(nextActionFor('nobody_there', 'door', 1)).toBe('return_to_kitchen'))

  it('D4 holds on board what somebody has to decide about', () => {
    expect(stateAfter('call_customer')).toBe('held')
    expect(stateAfter('leave_at_point')).toBe('stored')
    expect(stateAfter('return_to_kitchen')).toBe('failed')
  })

  it('D4 cooks again what is missing or damaged and takes back what is refused', () => {
    expect(nextActionFor('missing', 'door')).toBe('remake')
    expect(nextActionFor('damaged', 'locker')).toBe('remake')
    expect(nextActionFor('refused', 'door')).toBe('return_to_kitchen')
  })
})
