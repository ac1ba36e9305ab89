import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import type { StatementLine } from '../../api/operator'
import { count, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { alignOf, CELL, HEAD_CELL } from '../../ui/table'
import { Tag } from '../../ui/tag'
import type { Balance } from './balance'

const ACCOUNTS = [
  'cash:local',
  'cash:stripe',
  'payable:refunds',
  'revenue:meals',
  'revenue:delivery',
  'tax:output',
] as const

const isKnown = (account: string): account is (typeof ACCOUNTS)[number] => ACCOUNTS.some((known) => known === account)

/** The accounts of one currency: debit left, credit right, and below whether both sides agree. */
export function BalanceTable({
  balance: { currency, lines, debitMinor, creditMinor, differenceMinor },
}: {
  readonly balance: Balance
}) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const amount = (minor: number) => money(minor, currency, locale)
  const caption = t('operator.statement.caption', { currency: currency.toUpperCase() })
  const END = alignOf('end')
  const bookings = lines.reduce((sum, line) => sum + line.bookings, 0)
  return (
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-canvas">
          <tr>
            <th scope="col" className={HEAD_CELL}>
              {t('operator.statement.account')}
            </th>
            <th scope="col" className={`${HEAD_CELL} ${END} max-sm:hidden`}>
              {t('operator.statement.bookings')}
            </th>
            <th scope="col" className={`${HEAD_CELL} ${END}`}>
              {t('operator.statement.debit')}
            </th>
            <th scope="col" className={`${HEAD_CELL} ${END}`}>
              {t('operator.statement.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ account, amountMinor, bookings: own }) => (
            <tr key={account} className="border-b border-line">
              <th scope="row" className={`${CELL} text-left font-normal`}>
                <AccountName account={account} />
              </th>
              <td className={`${CELL} ${END} max-sm:hidden`}>{count(own, locale)}</td>
              <td className={`${CELL} ${END}`}>{amountMinor > 0 && amount(amountMinor)}</td>
              <td className={`${CELL} ${END}`}>{amountMinor < 0 && amount(-amountMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className={`${CELL} text-left`}>
              <span className="flex flex-wrap items-center gap-2">
                {t('operator.statement.sum')}
                {differenceMinor === 0 ? (
                  <Tag kind="brand" icon={<CircleCheck size={14} aria-hidden />}>
                    {t('operator.statement.balanced')}
                  </Tag>
                ) : (
                  <Tag kind="danger" icon={<CircleAlert size={14} aria-hidden />}>
                    {t('operator.statement.unbalanced', { difference: amount(differenceMinor) })}
                  </Tag>
                )}
              </span>
            </th>
            <td className={`${CELL} ${END} max-sm:hidden`}>{count(bookings, locale)}</td>
            <td className={`${CELL} ${END}`}>{amount(debitMinor)}</td>
            <td className={`${CELL} ${END}`}>{amount(creditMinor)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

/** What an account is called, and its code for those who book. */
function AccountName({ account }: Pick<StatementLine, 'account'>) {
  const { t } = useTranslation('console')
  return (
    <>
      {isKnown(account) && t(`operator.account.${account.replace(':', '_') as 'cash_local'}`)}{' '}
      <code className="text-caption text-ink-2">{account}</code>
    </>
  )
}
