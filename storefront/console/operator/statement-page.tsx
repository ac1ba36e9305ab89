import { Scale } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { setSearch, useAddress } from '../../address/use-address'
import { TextField } from '../../ui/field'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { BalanceTable } from './balance-table'
import { balancesOf } from './balance'
import { addDays, isDate } from './days'
import { useDay, useStatement } from './use-operator'

/** Without dates in the address the last so many days are shown. */
const DAYS = 30

/** The tenant's ledger between two days, account by account. */
export default function StatementPage() {
  const { t } = useTranslation('console')
  const { search } = useAddress()
  const today = useDay(undefined)
  const asked = (name: string) => {
    const value = search.get(name) ?? ''
    return isDate(value) ? value : undefined
  }
  const to = asked('to') ?? today.data?.today ?? ''
  const from = asked('from') ?? (to && addDays(to, 1 - DAYS))
  const { data, error, refetch } = useStatement(from, to)
  const turned = from > to
  const problem = error ?? today.error
  return (
    <>
      <h1 className="mb-4 text-title font-semibold">{t('operator.statement.title')}</h1>
      <p className="mb-3 max-w-200 text-ink-2">{t('operator.statement.text')}</p>
      <form className="mb-4 flex flex-wrap items-start gap-3" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('operator.statement.from')}
          type="date"
          value={from}
          onChange={(event) => setSearch({ from: event.target.value || null })}
        />
        <TextField
          label={t('operator.statement.to')}
          type="date"
          value={to}
          error={turned ? t('operator.statement.turned') : undefined}
          onChange={(event) => setSearch({ to: event.target.value || null })}
        />
      </form>
      {problem && !data && <ErrorState error={problem} onRetry={() => void refetch()} />}
      {!data && !problem && !turned && <Loading />}
      {data && !turned && data.lines.length === 0 && (
        <EmptyState
          icon={<Scale size={28} />}
          title={t('operator.statement.none')}
          text={t('operator.statement.noneText')}
        />
      )}
      {data && !turned && (
        <div className="space-y-6">
          {balancesOf(data.lines).map((balance) => (
            <BalanceTable key={balance.currency} balance={balance} />
          ))}
        </div>
      )}
    </>
  )
}
