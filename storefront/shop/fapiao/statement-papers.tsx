import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Statement } from '../../api/company'
import { requestStatementFapiao, showPapers } from '../../api/fapiao'
import { useAnswer } from '../../api/use-answer'
import { Button } from '../../ui/button'
import { Problems } from '../../ui/states'
import { FapiaoLines } from './fapiao-lines'

/** Sent and issued by a worker: seen a moment later. */
const CHECK_MS = 5_000

/** The bill of a statement and its fapiao, which can be asked for here. */
export function StatementPapers({ statement: { id, currency, totalMinor } }: { readonly statement: Statement }) {
  const { t } = useTranslation('shop')
  const { data, again } = useAnswer((signal) => showPapers({ params: { statementId: id } }, { signal }), CHECK_MS)
  const [error, setError] = useState<unknown>()
  const [key] = useState(() => crypto.randomUUID())
  if (!data) return null
  const { invoice, fapiao } = data
  const ask = () => {
    setError(undefined)
    requestStatementFapiao({ params: { statementId: id } }, { key }).then(again, setError)
  }
  return (
    <div className="w-full space-y-1">
      <p className="text-secondary text-ink-2">
        {invoice ? t(invoice.paidAt ? 'fapiao.billPaid' : 'fapiao.billSent') : t('fapiao.noBill')}
        {invoice?.url && (
          <>
            {' '}
            <a className="underline" href={invoice.url}>
              {t('fapiao.payBill')}
            </a>
          </>
        )}
      </p>
      {fapiao.length > 0 && <FapiaoLines fapiao={fapiao} currency={currency} />}
      {fapiao.length === 0 && totalMinor !== 0 && (
        <Button kind="quiet" onClick={ask}>
          {t('fapiao.ask')}
        </Button>
      )}
      {error !== undefined && <Problems error={error} />}
    </div>
  )
}
