import { describe, expect, it } from 'vitest'
import type { GroupDelivery } from '../../../storefront/api/store'
import { noteOf } from '../../../storefront/shop/orders/note-of'

const delivery = (over: Partial<GroupDelivery>) =>
  ({ status: 'waiting', runStatus: 'planned', eta: '2026-11-25T04:10:00Z', late: false, ...over }) as GroupDelivery

describe('what a resident is told of a delivery', () => {
  it.each([
    ['nothing while it is only planned', {}, null],
    ['when it comes, once it is on the way', { runStatus: 'on_the_way' }, 'onTheWay'],
    ['that it will be late, even before it leaves', { late: true }, 'late'],
    ['nothing of a time nobody knows', { late: true, eta: null }, null],
    ['where it lies, not that it came late', { status: 'stored', late: true }, 'stored'],
    ['that somebody will call', { status: 'held' }, 'held'],
    ['nothing more when it is there', { status: 'delivered', late: true }, null],
  ] as const)('%s', (_, over, note) => {
    expect(noteOf(delivery(over))).toBe(note)
  })
})
