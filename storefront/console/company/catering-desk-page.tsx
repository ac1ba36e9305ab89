import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Catering,
  declineCatering,
  listCateringToQuote,
  proposeCatering,
  quoteCatering,
} from '../../api/company-admin'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import { minorOf, yuanOf } from './amount'
import { CateringCard } from './catering-card'

type Open = { kind: 'quote' | 'decline'; catering: Catering } | undefined

/** What companies ask the kitchens for: priced from the system's proposal, or declined. */
export default function CateringDeskPage() {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const [open, setOpen] = useState<Open>()
  const answer = useQuery({
    queryKey: ['catering-desk'],
    queryFn: ({ signal }) => listCateringToQuote(undefined, { signal }),
  })
  const close = () => setOpen(undefined)
  const again = () => void answer.refetch()
  return (
    <>
      <h1 className="mb-4 text-title font-semibold">{t('view.catering')}</h1>
      <Loaded of={answer}>
        {({ catering: all }) => (
          <>
            {all.length === 0 && <EmptyState title={t('catering.none')} text={t('catering.deskText')} />}
            <ul className="space-y-2">
              {all.map((catering) => (
                <CateringCard key={catering.requestId} catering={catering} title={say(catering.company)}>
                  {['asked', 'quoted', 'expired'].includes(catering.status) && (
                    <>
                      <Button onClick={() => setOpen({ kind: 'quote', catering })}>
                        {t('catering.quote')} <span className="sr-only">{say(catering.company)}</span>
                      </Button>
                      <Button kind="quiet" onClick={() => setOpen({ kind: 'decline', catering })}>
                        {t('approvals.decline')} <span className="sr-only">{say(catering.company)}</span>
                      </Button>
                    </>
                  )}
                </CateringCard>
              ))}
            </ul>
            {open?.kind === 'quote' && <Quote catering={open.catering} onClose={close} onDone={again} />}
            {open?.kind === 'decline' && <Decline catering={open.catering} onClose={close} onDone={again} />}
          </>
        )}
      </Loaded>
    </>
  )
}

interface Sheet {
  readonly catering: Catering
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The kitchen's choice of what the system proposes; prices may be lowered before they are confirmed. */
function Quote({ catering, onClose, onDone }: Sheet) {
  const { t } = useTranslation('company')
  const { locale, say } = useLocale()
  const { requestId, currency } = catering
  const params = { requestId }
  const answer = useQuery({
    queryKey: ['catering-proposal', requestId],
    queryFn: ({ signal }) => proposeCatering({ params }, { signal }),
  })
  const [chosen, setChosen] = useState(0)
  const [prices, setPrices] = useState<Readonly<Record<string, string>>>({})
  const proposals = answer.data?.proposals ?? []
  const proposal = proposals[chosen]
  const lines = (proposal?.lines ?? []).map((line) => {
    const typed = prices[line.offerId]
    return { ...line, unitMinor: typed === undefined ? line.unitMinor : minorOf(typed) }
  })
  const total = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0)
  return (
    <FormSheet
      title={t('catering.quote')}
      submit={t('catering.quote')}
      disabledBecause={proposal ? undefined : t('catering.noProposal')}
      onClose={onClose}
      onSubmit={async (key) => {
        if (!proposal) return false
        const { menuDayId, cutoffAt } = proposal
        const priced = lines.map(({ offerId, quantity, unitMinor }) => ({ offerId, quantity, unitMinor }))
        await quoteCatering({ params, body: { menuDayId, lines: priced, validUntil: cutoffAt } }, { key })
        onDone()
        return true
      }}
    >
      {proposals.length > 1 && (
        <Select
          label={t('catering.kitchen')}
          value={String(chosen)}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {proposals.map(({ menuDayId, site }, i) => (
            <option key={menuDayId} value={String(i)}>
              {say(site)}
            </option>
          ))}
        </Select>
      )}
      {answer.isSuccess && !proposal && <p role="alert">{t('catering.noProposal')}</p>}
      {lines.map(({ offerId, name, quantity, unitMinor }) => (
        <TextField
          key={offerId}
          label={`${quantity} × ${say(name)}`}
          type="number"
          min="0"
          step="0.01"
          required
          value={prices[offerId] ?? yuanOf(unitMinor)}
          onChange={(event) => setPrices({ ...prices, [offerId]: event.target.value })}
        />
      ))}
      {proposal && (
        <p className="figures font-semibold">
          {t('catering.food')} {money(total, currency, locale)}
        </p>
      )}
    </FormSheet>
  )
}

function Decline({ catering: { requestId }, onClose, onDone }: Sheet) {
  const { t } = useTranslation('company')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('approvals.decline')}
      submit={t('approvals.decline')}
      danger
      onClose={onClose}
      onSubmit={async (key) => {
        await declineCatering({ params: { requestId }, body: { reason } }, { key })
        onDone()
      }}
    >
      <TextField
        label={t('approvals.why')}
        required
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  )
}
