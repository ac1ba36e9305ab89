import { describe, expect, it } from 'vitest'
import { FAILURE_REASONS, FAILURE_RULES, nextActionFor } from '../../../src/delivery/domain/failure'

describe('nextActionFor', () => {
  it('D4 knows what happens next for every reason at every point', () => {
    for (const reason of FAILURE_REASONS) {
      expect(FAILURE_RULES.some((rule) => rule.reason === reason && !rule.at)).toBe(true)
    }
  })

  it('D4 leaves a box where somebody or a lock looks after it, and calls where nobody does', () => {
    expect(nextActionFor('nobody_there', 'locker')).toBe('leave_at_point')
    expect(nextActionFor('nobody_there', 'desk')).toBe('leave_at_point')
    expect(nextActionFor('nobody_there', 'door')).toBe('call_customer')
    expect(nextActionFor('nobody_there', 'lobby')).toBe('call_customer')
  })

  it('D4 cooks again what is missing or damaged and takes back what is refused', () => {
    expect(nextActionFor('missing', 'door')).toBe('remake')
    expect(nextActionFor('damaged', 'locker')).toBe('remake')
    expect(nextActionFor('refused', 'door')).toBe('return_to_kitchen')
  })
})
