import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { type Credits, listCredits, receiveCredit } from '../../../api/procurement-matching'
import { dateIn, day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import { Table } from '../../../ui/table'
import { notify } from '../../../ui/toast'
import { Shell } from '../shell'
import { useAmounts } from '../use-amounts'
import { useAsked, useOverview, useRefresh } from '../use-procurement'
import { MatchingPages } from './matching-pages'

type Credit = Credits['credits'][number]

/** What suppliers owe back, what came of it, and what remains to be paid to each. */
export default function CreditsPage() {
  const asked = useAsked(['credits'], (signal) => listCredits({}, { signal }))
  const [coming, setComing] = useState<Credit>()
  return (
    <Shell>
      <div className="mb-3 flex justify-end">
        <MatchingPages />
      </div>
      <Loaded of={asked}>
        {({ credits, balances }) => (
          <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
            <CreditTable credits={credits} onReceive={setComing} />
            <Balances balances={balances} />
          </div>
        )}
      </Loaded>
      {coming && <CreditCame credit={coming} onClose={() => setComing(undefined)} />}
    </Shell>
  )
}

function CreditTable({
  credits,
  onReceive,
}: {
  readonly credits: readonly Credit[]
  readonly onReceive: (credit: Credit) => void
}) {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { yuan } = useAmounts()
  const zone = useOverview().data?.sites[0]?.zone ?? 'UTC'
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('pages.credits')}</h2>
      <Table
        caption={t('pages.credits')}
        rows={credits}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={<Undo2 size={28} />} title={t('noCredits')} text={t('noCreditsText')} />}
        columns={[
          { key: 'at', header: buying('columns.at'), cell: (row) => day(dateIn(row.at, zone), locale), wide: true },
          { key: 'supplier', header: buying('columns.supplier'), cell: (row) => say(row.supplier) },
          {
            key: 'reason',
            header: buying('columns.reason'),
            cell: (row) => `${t(`cause.${row.cause}`)}${row.reason && ` · ${row.reason}`}`,
            wide: true,
          },
          { key: 'amount', header: buying('columns.amount'), cell: (row) => yuan(row.amountMinor), align: 'end' },
          {
            key: 'note',
            header: t('creditNote'),
            cell: (row) =>
              row.number ?? (
                <Button kind="secondary" size="small" onClick={() => onReceive(row)}>
                  {t('creditCame')}
                </Button>
              ),
          },
        ]}
      />
    </section>
  )
}

function Balances({ balances }: Pick<Credits, 'balances'>) {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const { yuan } = useAmounts()
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('balances')}</h2>
      <Table
        caption={t('balances')}
        rows={balances}
        rowKey={({ supplierId }) => supplierId}
        empty={<p className="text-ink-2">{t('noBalances')}</p>}
        columns={[
          { key: 'supplier', header: buying('columns.supplier'), cell: (row) => say(row.supplier) },
          { key: 'payable', header: t('payable'), cell: (row) => yuan(row.payableMinor), align: 'end' },
          { key: 'credited', header: t('credited'), cell: (row) => yuan(row.creditedMinor), align: 'end', wide: true },
          { key: 'expected', header: t('creditExpected'), cell: (row) => yuan(row.expectedMinor), align: 'end' },
        ]}
      />
    </section>
  )
}

function CreditCame({ credit, onClose }: { readonly credit: Credit; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-matching')
  const { say } = useLocale()
  const { yuan } = useAmounts()
  const refresh = useRefresh()
  const [number, setNumber] = useState('')
  const send = async (key: string) => {
    await receiveCredit({ params: { creditId: credit.id }, body: { number } }, { key })
    await refresh()
    void notify({ text: t('creditDone', { amount: yuan(credit.amountMinor) }) })
  }
  return (
    <FormSheet
      title={t('creditCame')}
      description={`${say(credit.supplier)} · ${yuan(credit.amountMinor)}`}
      submit={t('creditCame')}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        label={t('creditNumber')}
        required
        maxLength={60}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
    </FormSheet>
  )
}
