import type { PartyMonth } from '../../../api/settlement'
import { count, money, percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Table } from '../../../ui/table'
import { Nothing } from '../section'

/** The rules a party earns by, with what each brought in the month. */
export function RuleTable({ party: { rules, currency } }: { readonly party: PartyMonth }) {
  const { t } = useTranslation('settlement')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, currency, locale)
  return (
    <Table
      caption={t('rules')}
      rows={rules}
      rowKey={({ siteId, from }) => `${siteId} ${from}`}
      empty={<Nothing>{t('noRules')}</Nothing>}
      columns={[
        { key: 'site', header: t('site'), cell: ({ site }) => say(site) },
        {
          key: 'rule',
          header: t('rule'),
          cell: ({ shareBps, perPortionMinor, from }) => (
            <>
              {t(perPortionMinor > 0 ? 'shareAndPortion' : 'share', {
                share: percent(shareBps / 10_000, locale),
                portion: amount(perPortionMinor),
              })}
              <span className="block text-caption text-ink-2">{t('since', { date: from })}</span>
            </>
          ),
        },
        {
          key: 'portions',
          header: t('portions'),
          cell: (row) => count(row.portions, locale),
          align: 'end',
          wide: true,
        },
        { key: 'amount', header: t('amount'), cell: (row) => amount(row.amountMinor), align: 'end' },
      ]}
    />
  )
}
