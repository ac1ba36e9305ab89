import { useMemo } from 'react'
import type { Lot } from '../../../api/procurement'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { fullDate } from '../full-date'
import { bigUnit } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { ExpiryTag } from './expiry-tag'
import { worthOf } from './heat'

/** A lot in a list: what it is, how long it is good, what is left of it and what that is worth. */
export function useLotColumns(): readonly Column<Lot>[] {
  const { t } = useTranslation('procurement')
  const { locale } = useLocale()
  const { quantity, yuan } = useAmounts()
  return useMemo(
    () => [
      {
        key: 'ingredient',
        header: t('columns.ingredient'),
        cell: (lot) => (
          <>
            {inLocale(lot.ingredient, locale)} {lot.blocked && <Tag kind="danger">{t('expiry.blocked')}</Tag>}
          </>
        ),
        sort: (lot) => inLocale(lot.ingredient, locale),
      },
      {
        key: 'site',
        header: t('columns.site'),
        cell: (lot) => inLocale(lot.site, locale),
        sort: (lot) => inLocale(lot.site, locale),
        wide: true,
      },
      { key: 'lot', header: t('columns.lot'), cell: (lot) => lot.code, sort: (lot) => lot.code, wide: true },
      {
        key: 'expires',
        header: t('columns.expires'),
        cell: (lot) => (
          <span className="flex flex-wrap items-center gap-x-2 md:whitespace-nowrap">
            {fullDate(lot.expiresOn, locale)} <ExpiryTag daysLeft={lot.daysLeft} />
          </span>
        ),
        sort: (lot) => lot.expiresOn,
      },
      {
        key: 'left',
        header: t('columns.left'),
        cell: (lot) => (
          <>
            <span className="font-semibold whitespace-nowrap">{quantity(lot.quantity, lot.unit)}</span>{' '}
            <span className="text-secondary text-ink-2 max-md:hidden">
              {t('expiry.of', { quantity: quantity(lot.receivedQuantity, lot.unit) })}
            </span>
          </>
        ),
        sort: (lot) => lot.quantity,
        value: (lot) => lot.quantity / bigUnit(lot.unit).size,
        align: 'end',
      },
      {
        key: 'cost',
        header: t('columns.cost'),
        cell: (lot) => yuan(worthOf(lot)),
        sort: worthOf,
        value: (lot) => worthOf(lot) / 100,
        align: 'end',
        wide: true,
      },
      {
        key: 'supplier',
        header: t('columns.supplier'),
        cell: (lot) => (lot.supplier ? inLocale(lot.supplier, locale) : ''),
        value: (lot) => (lot.supplier ? inLocale(lot.supplier, locale) : ''),
        wide: true,
      },
    ],
    [t, locale, quantity, yuan],
  )
}
