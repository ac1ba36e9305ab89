import { useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Unit } from '../../api/procurement'
import { count, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { bigUnit } from './quantity-text'

/** Suppliers are paid in the region's currency. */
const CURRENCY = 'CNY'

export interface Amounts {
  /** Base units as people say them: 850 g, 12.5 kg, 30 pcs. */
  readonly quantity: (value: number, unit: Unit) => string
  /** Minor units as money. */
  readonly yuan: (minor: number) => string
}

/** Quantities and money in the reader's language. */
export function useAmounts(): Amounts {
  const { t } = useTranslation('procurement')
  const { locale } = useLocale()
  return useMemo(
    () => ({
      quantity: (value, unit) => {
        const big = bigUnit(unit)
        const large = Math.abs(value) >= big.size
        return `${count(large ? value / big.size : value, locale)} ${t(`ui:unit.${large ? big.name : unit}`)}`
      },
      yuan: (minor) => money(minor, CURRENCY, locale),
    }),
    [t, locale],
  )
}
