import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Approval, askApproval, listOwnApprovals, withdrawApproval } from '../../api/employer'
import { useAnswer } from '../../api/use-answer'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { TextField } from '../../ui/field'
import { Problems } from '../../ui/states'
import { usePageTitle } from '../page-title'

/** An approver may answer at any moment. */
const LOOK_AGAIN_MS = 10_000

/** What an employee asked the company to pay beyond its rules; from a basket's meal a new request begins here. */
export function Component() {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const [search] = useSearchParams()
  const { data, put } = useAnswer((signal) => listOwnApprovals(undefined, { signal }), LOOK_AGAIN_MS)
  const [error, setError] = useState<unknown>()
  usePageTitle(t('ask.title'))
  const show = (answer: { approvals: Approval[] }) => put(() => answer)
  const menuDayId = search.get('meal')
  const amount = (one: Approval, minor: number) => money(minor, one.currency, locale)
  return (
    <div className="mx-auto max-w-160 space-y-3 px-4">
      <h1 className="pt-5 text-headline font-bold">{t('ask.title')}</h1>
      {error !== undefined && <Problems error={error} />}
      {menuDayId && (
        <Ask menuDayId={menuDayId} minor={Number(search.get('amount') ?? 0)} onDone={show} onError={setError} />
      )}
      <Card as="section">
        {data?.approvals.length === 0 && <p className="text-ink-2">{t('ask.none')}</p>}
        <ul className="divide-y divide-line">
          {data?.approvals.map((one) => (
            <li key={one.approvalId} className="flex flex-wrap items-baseline justify-between gap-2 py-2">
              <span>
                {day(one.serviceDate, locale)} · {say(one.site)} ·{' '}
                {one.kind === 'guests' ? t('ask.guestsOf', { count: one.guests ?? 1 }) : t('ask.over')}
                <span className="block text-secondary text-ink-2">{one.decisionReason ?? one.reason}</span>
              </span>
              <span className="figures text-right">
                {amount(one, one.status === 'approved' ? one.approvedMinor : one.askedMinor)}
                <span className="block text-secondary text-ink-2">{t(`ask.status.${one.status}`)}</span>
                {one.status === 'asked' && (
                  <Button
                    kind="quiet"
                    size="small"
                    onClick={() =>
                      void withdrawApproval({ params: { approvalId: one.approvalId } }).then(show, setError)
                    }
                  >
                    {t('ask.withdraw')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function Ask({
  menuDayId,
  minor,
  onDone,
  onError,
}: {
  readonly menuDayId: string
  readonly minor: number
  readonly onDone: (answer: { approvals: Approval[] }) => void
  readonly onError: (error: unknown) => void
}) {
  const { t } = useTranslation('shop')
  const [guests, setGuests] = useState('')
  const [amount, setAmount] = useState((minor / 100).toFixed(2))
  const [reason, setReason] = useState('')
  const [done, setDone] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const asked = { menuDayId, amountMinor: Math.round(Number(amount) * 100), reason }
    const count = Number(guests)
    const body =
      count > 0 ? { kind: 'guests' as const, guests: count, ...asked } : { kind: 'over_limit' as const, ...asked }
    askApproval({ body }).then((answer) => {
      setDone(true)
      onDone(answer)
    }, onError)
  }
  if (done) return <output className="block rounded-card bg-info-50 px-4 py-3 text-info">{t('ask.sent')}</output>
  return (
    <Card as="section">
      <form onSubmit={send} className="space-y-3">
        <TextField
          label={t('ask.amount')}
          type="number"
          min="0.01"
          step="0.01"
          required
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
        <TextField
          label={t('ask.guests')}
          type="number"
          min="0"
          max="50"
          value={guests}
          onChange={(event) => setGuests(event.target.value)}
        />
        <TextField
          label={t('ask.reason')}
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" wide>
          {t('ask.send')}
        </Button>
      </form>
    </Card>
  )
}
