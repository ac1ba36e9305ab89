import { describe, expect, it } from 'vitest'
import type { Offer, Order, OrderGroup } from '../../../storefront/api/store'
import { changeable, isSame, itemsOf, mealOf } from '../../../storefront/shop/orders/change/meals'

const offer = (dishId: string, left: number) => ({ id: `off_${dishId}`, dishId, left, soldOut: left === 0 }) as Offer
const line = (dishId: string, quantity: number, removed = false) => ({ dishId, quantity, removed })
const group = (...lines: ReturnType<typeof line>[]) => ({ id: 'grp', status: 'placed', lines }) as unknown as OrderGroup

describe('changing an order', () => {
  const meal = mealOf(group(line('rice', 2), line('bun', 1)), [
    offer('soup', 5),
    offer('none', 0),
    offer('rice', 0),
    offer('bun', 4),
  ])

  it('starts from what was ordered, which comes first, and lets nobody take more than there is', () => {
    expect(meal.dishes.map(({ offer: { dishId }, had, most }) => [dishId, had, most])).toEqual([
      ['rice', 2, 2],
      ['bun', 1, 5],
      ['soup', 0, 5],
    ])
    expect(itemsOf([meal], {})).toEqual([
      { offerId: 'off_rice', quantity: 2 },
      { offerId: 'off_bun', quantity: 1 },
    ])
    expect(isSame([meal], {})).toBe(true)
    expect(isSame([meal], { off_rice: 2 })).toBe(true)
  })

  it('leaves out what is wanted no more and adds what is new', () => {
    const wanted = { off_rice: 0, off_soup: 1 }
    expect(itemsOf([meal], wanted).map(({ offerId }) => offerId)).toEqual(['off_bun', 'off_soup'])
    expect(isSame([meal], wanted)).toBe(false)
    expect(itemsOf([meal], { off_rice: 0, off_bun: 0 })).toEqual([])
  })

  it('says which dish cannot be kept, but not one that went back already', () => {
    const other = mealOf(group(line('old', 1), line('gone', 1, true), line('bun', 1)), [offer('bun', 1)])
    expect(other.gone.map(({ dishId }) => dishId)).toEqual(['old'])
    expect(isSame([other], {})).toBe(false)
  })

  it('changes an order as one only where nothing else of it would be lost', () => {
    const order = (given: object) =>
      ({ cancellable: true, status: 'placed', groups: [group()], bookings: [], ...given }) as unknown as Order
    expect(changeable(order({}))).toHaveLength(1)
    expect(changeable(order({ cancellable: false }))).toEqual([])
    expect(changeable(order({ groups: [group(), group()] }))).toEqual([])
    expect(changeable(order({ groups: [group(), group()], status: 'awaiting_payment' }))).toHaveLength(2)
    expect(changeable(order({ status: 'awaiting_payment', bookings: [{}] }))).toEqual([])
  })
})
