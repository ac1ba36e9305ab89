import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { HandCoins } from 'lucide-react'
import { useState } from 'react'
import { setSearch, useAddress } from '../../../address/use-address'
import { useSession } from '../../../api/session-gate'
import { type PartyMonth, showSettlement } from '../../../api/settlement'
import { useTranslation } from '../../../i18n/use-translation'
import { TextField } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import { PartyCard } from './party-card'
import { PaymentSheet } from './payment-sheet'

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

/** Each party that runs a kitchen of ours, with its statement of a month and what was paid. */
export default function SettlementPage() {
  const { t } = useTranslation('settlement')
  const { installation } = useSession()
  const { search } = useAddress()
  const asked = search.get('month') ?? ''
  const month = MONTH.test(asked) ? asked : installation.now.slice(0, 7)
  const [paying, setPaying] = useState<PartyMonth>()
  const answer = useQuery({
    queryKey: ['operator', 'settlement', month],
    queryFn: ({ signal }) => showSettlement({ query: { month } }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <header className="mb-4 flex flex-wrap items-end gap-4">
        <div className="min-w-60 flex-1">
          <h1 className="text-title font-semibold">{t('title')}</h1>
          <p className="max-w-200 text-ink-2">{t('text')}</p>
        </div>
        <TextField
          label={t('month')}
          type="month"
          value={month}
          onChange={(event) => setSearch({ month: event.target.value || null })}
        />
      </header>
      <Loaded of={answer}>
        {({ parties }) =>
          parties.length === 0 ? (
            <EmptyState icon={<HandCoins size={28} />} title={t('none')} text={t('noneText')} />
          ) : (
            <div className="space-y-4">
              {parties.map((party) => (
                <PartyCard
                  key={`${party.operatorId} ${party.partyId}`}
                  party={party}
                  month={month}
                  onPay={() => setPaying(party)}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      {paying && (
        <PaymentSheet
          party={paying}
          month={month}
          onClose={() => setPaying(undefined)}
          onDone={() => void answer.refetch()}
        />
      )}
    </>
  )
}
