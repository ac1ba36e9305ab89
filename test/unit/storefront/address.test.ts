import { describe, expect, it } from 'vitest'
import { match } from '../../../storefront/address/match'

describe('an address', () => {
  it('fits a pattern segment by segment and gives its values, decoded', () => {
    expect(match('/console/orders/:id', '/console/orders/po_1')).toEqual({ id: 'po_1' })
    expect(match('/console/orders/:id', '/console/orders/a%2Fb')).toEqual({ id: 'a/b' })
    expect(match('/console', '/console/')).toEqual({})
  })

  it('does not fit a pattern that is longer, shorter or different', () => {
    expect(match('/console/orders/:id', '/console/orders')).toBeUndefined()
    expect(match('/console', '/console/orders')).toBeUndefined()
    expect(match('/console/orders', '/console/suppliers')).toBeUndefined()
  })
})
