import { describe, expect, it } from 'vitest'
import { isCancellable, isOver, statesBefore } from '../../../src/ordering/domain/status'

const cutoffAt = new Date('2026-11-01T10:00:00Z')
const before = new Date('2026-11-01T09:59:59Z')

describe('status', () => {
  it('lets a late fact never lead backwards from the road', () => {
    expect(statesBefore('cooking')).not.toContain('on_the_way')
    expect(statesBefore('on_the_way')).not.toContain('delivered')
    for (const status of ['placed', 'cooking', 'ready', 'on_the_way'] as const) {
      expect(statesBefore(status)).not.toContain('cancelled')
    }
  })

  it('lets a recalled ticket go back one step', () => {
    expect(statesBefore('cooking')).toContain('ready')
    expect(statesBefore('placed')).toContain('cooking')
  })

  it('completes an order when its last group is over', () => {
    expect(isOver(['delivered', 'on_the_way'])).toBe(false)
    expect(isOver(['delivered', 'failed', 'cancelled'])).toBe(true)
  })

  it('R6 cancels before the first cut-off only, and never what is on the road', () => {
    const group = (status: 'placed' | 'on_the_way') => ({ status, cutoffAt })
    const order = { status: 'placed' as const, groups: [group('placed')] }
    expect(isCancellable(order, before)).toBe(true)
    expect(isCancellable(order, cutoffAt)).toBe(false)
    expect(isCancellable({ ...order, groups: [group('placed'), group('on_the_way')] }, before)).toBe(false)
    expect(isCancellable({ ...order, status: 'cancelled' }, before)).toBe(false)
  })
})
