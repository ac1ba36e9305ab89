import { useCallback } from 'react'
import type { Unit } from '../../../api/procurement'
import type { Discrepancy } from '../../../api/procurement-matching'
import { useTranslation } from '../../../i18n/use-translation'
import { bigUnit } from '../quantity-text'
import { useAmounts } from '../use-amounts'

type Sides = Pick<Discrepancy, 'kind' | 'unit' | 'expected' | 'found'>

/** A price of 1,000 base units, as people say it: a kilogram, a litre, a piece. */
export function usePrice(): (perThousand: number, unit: Unit) => string {
  const { t } = useTranslation('ui')
  const { yuan } = useAmounts()
  return useCallback(
    (perThousand, unit) => {
      const { name, size } = bigUnit(unit)
      return `${yuan(Math.round((perThousand * size) / 1_000))} / ${t(`unit.${name}`)}`
    },
    [t, yuan],
  )
}

/** Both sides of a discrepancy in words: prices or quantities. */
export function useSides(): (row: Sides) => { readonly expected: string; readonly found: string } {
  const price = usePrice()
  const { quantity } = useAmounts()
  return useCallback(
    ({ kind, unit, expected, found }) => {
      const say = kind === 'price' ? price : quantity
      return { expected: say(expected, unit), found: say(found, unit) }
    },
    [price, quantity],
  )
}
