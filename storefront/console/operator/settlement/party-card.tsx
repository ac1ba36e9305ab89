import type { PartyMonth } from '../../../api/settlement'
import { count, day, money } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Table } from '../../../ui/table'
import { Nothing, Section } from '../section'
import { RuleTable } from './rule-table'

/** One party: what it earned in the month, by which rule and on which day, what was paid and what is open. */
export function PartyCard({
  party,
  month,
  onPay,
}: {
  readonly party: PartyMonth
  readonly month: string
  readonly onPay: () => void
}) {
  const { t } = useTranslation('settlement')
  const { locale, say } = useLocale()
  const { currency, groups, portions, netMinor, amountMinor, paidMinor, openMinor, days, payments } = party
  const amount = (minor: number) => money(minor, currency, locale)
  const id = `${party.operatorId}-${party.partyId}`
  // nothing was ever owed: there is nothing to pay and no currency to pay it in
  const neverOwed = openMinor === 0 && paidMinor === 0
  return (
    <Section
      id={id}
      title={say(party.name)}
      className="rounded-card border border-line bg-surface p-4"
      aside={
        <Button kind="secondary" disabledBecause={neverOwed ? t('neverOwed') : undefined} onClick={onPay}>
          {t('pay')}
        </Button>
      }
    >
      <div className="space-y-4">
        <Facts
          facts={{
            [t('earned', { month })]: <b>{amount(amountMinor)}</b>,
            [t('paid')]: amount(paidMinor),
            [t('open')]: <b>{openMinor < 0 ? t('ahead', { amount: amount(-openMinor) }) : amount(openMinor)}</b>,
            [t('portions')]: t('ofOrders', { portions: count(portions, locale), groups: count(groups, locale) }),
            [t('net')]: amount(netMinor),
          }}
        />
        <RuleTable party={party} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Table
            caption={t('days')}
            rows={days}
            rowKey={({ date }) => date}
            empty={<Nothing>{t('noDays')}</Nothing>}
            columns={[
              { key: 'date', header: t('day'), cell: ({ date }) => day(date, locale) },
              { key: 'portions', header: t('portions'), cell: (row) => count(row.portions, locale), align: 'end' },
              { key: 'amount', header: t('amount'), cell: (row) => amount(row.amountMinor), align: 'end' },
            ]}
          />
          <Table
            caption={t('payments')}
            rows={payments}
            rowKey={({ reference }) => reference}
            empty={<Nothing>{t('noPayments')}</Nothing>}
            columns={[
              { key: 'at', header: t('paidOn'), cell: ({ at }) => day(at.slice(0, 10), locale) },
              { key: 'reference', header: t('reference'), cell: ({ reference }) => reference },
              { key: 'amount', header: t('amount'), cell: (row) => amount(row.amountMinor), align: 'end' },
            ]}
          />
        </div>
      </div>
    </Section>
  )
}
