import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Asked, decideApproval, listApprovals } from '../../api/company-admin'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import { minorOf, yuanOf } from './amount'

type Deciding = { readonly asked: Asked; readonly decision: 'approve' | 'decline' }

/** What people ask for beyond the rules: each with its reason, to approve in part or whole, or to decline. */
export function Approvals({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation('company')
  const [deciding, setDeciding] = useState<Deciding>()
  const answer = useQuery({ queryKey: ['approvals'], queryFn: ({ signal }) => listApprovals(undefined, { signal }) })
  return (
    <Loaded of={answer}>
      {({ approvals }) => {
        const own = approvals.filter((one) => one.companyId === companyId)
        return (
          <>
            {own.length === 0 && <EmptyState title={t('approvals.none')} text={t('approvals.noneText')} />}
            <ul className="space-y-2">
              {own.map((asked) => (
                <Row key={asked.approvalId} asked={asked} onDecide={(decision) => setDeciding({ asked, decision })} />
              ))}
            </ul>
            {deciding && (
              <Decide {...deciding} onClose={() => setDeciding(undefined)} onDone={() => void answer.refetch()} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function Row({
  asked,
  onDecide,
}: {
  readonly asked: Asked
  readonly onDecide: (decision: Deciding['decision']) => void
}) {
  const { t } = useTranslation('company')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, asked.currency, locale)
  const { status, kind, name, guests, costCentre, site, serviceDate, period, reason, own } = asked
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface p-4">
      <div className="min-w-0">
        <p className="font-semibold">
          {name} · {kind === 'guests' ? t('approvals.guests', { count: guests ?? 1 }) : t('approvals.overLimit')} ·{' '}
          <span className="figures">{amount(asked.askedMinor)}</span>
        </p>
        <p className="text-secondary text-ink-2">
          {day(serviceDate, locale)} {t(`period.${period}`)} · {say(site)}
          {costCentre && ` · ${costCentre}`}
        </p>
        <p>{reason}</p>
        {asked.decisionReason && <p className="text-secondary text-ink-2">{asked.decisionReason}</p>}
      </div>
      {status === 'asked' && !own ? (
        <p className="flex gap-2">
          <Button onClick={() => onDecide('approve')}>
            {t('approvals.approve')} <span className="sr-only">{name}</span>
          </Button>
          <Button kind="secondary" onClick={() => onDecide('decline')}>
            {t('approvals.decline')} <span className="sr-only">{name}</span>
          </Button>
        </p>
      ) : (
        <p className="text-right">
          {t(`approvals.status.${status}`)}
          {status === 'approved' && (
            <span className="figures block text-secondary text-ink-2">
              {t('approvals.used', { used: amount(asked.usedMinor), of: amount(asked.approvedMinor) })}
            </span>
          )}
        </p>
      )}
    </li>
  )
}

function Decide({
  asked,
  decision,
  onClose,
  onDone,
}: Deciding & { readonly onClose: () => void; readonly onDone: () => void }) {
  const { t } = useTranslation('company')
  const [amount, setAmount] = useState(yuanOf(asked.askedMinor))
  const [reason, setReason] = useState('')
  const approving = decision === 'approve'
  return (
    <FormSheet
      title={approving ? t('approvals.approve') : t('approvals.decline')}
      description={`${asked.name}: ${asked.reason}`}
      submit={approving ? t('approvals.approve') : t('approvals.decline')}
      danger={!approving}
      onClose={onClose}
      onSubmit={async (key) => {
        const body = { decision, reason, ...(approving ? { amountMinor: minorOf(amount) } : {}) }
        await decideApproval({ params: { approvalId: asked.approvalId }, body }, { key })
        onDone()
      }}
    >
      {approving && (
        <TextField
          label={t('approvals.upTo')}
          type="number"
          min="0.01"
          max={yuanOf(asked.askedMinor)}
          step="0.01"
          required
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      )}
      <TextField
        label={t('approvals.why')}
        required={!approving}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  )
}
