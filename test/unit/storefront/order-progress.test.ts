import { describe, expect, it } from 'vitest'
import { reach, stepStates } from '../../../storefront/shop/orders/progress'

describe('the progress of an order', () => {
  it('has every earlier step done, the present one under way and the rest to come', () => {
    expect(stepStates('cooking')).toEqual({
      placed: 'done',
      cooking: 'current',
      ready: 'todo',
      on_the_way: 'todo',
      delivered: 'todo',
    })
    expect(stepStates('delivered')).toMatchObject({ placed: 'done', on_the_way: 'done', delivered: 'done' })
  })

  it('stops at the hand-over that failed', () => {
    expect(stepStates('failed')).toMatchObject({ on_the_way: 'done', delivered: 'failed' })
  })

  it('goes back with a kitchen that takes a ticket back', () => {
    expect(stepStates('placed')).toMatchObject({ placed: 'done', cooking: 'todo', ready: 'todo' })
  })

  it('R11 keeps the first time a status was reached, however often it is told', () => {
    const first = reach({}, { groupId: 'g', status: 'ready', at: '2026-11-23T03:00:00Z' })
    const again = reach(first, { groupId: 'g', status: 'ready', at: '2026-11-23T03:05:00Z' })
    expect(again).toEqual({ g: { ready: '2026-11-23T03:00:00Z' } })
  })
})
