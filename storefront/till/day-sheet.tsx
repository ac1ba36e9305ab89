import { useRef, useState } from 'react'
import { useAnswer } from '../api/use-answer'
import { day as dayText, money, time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { Sheet } from '../ui/sheet'
import { ErrorState, Loading, Problems } from '../ui/states'
import { Tag } from '../ui/tag'
import { closeDay, showDay, type TillDay, type TillSite, voidSale } from './api'

const LOOK_AGAIN_MS = 15_000

/** The till's day: its sales, what each can still be undone for, the sums, and closing it. */
export default function DaySheet({ site, onClose }: { readonly site: TillSite; readonly onClose: () => void }) {
  const { t } = useTranslation('till')
  const { siteId } = site
  const { data, error, again, put } = useAnswer(
    (signal) => showDay({ params: { siteId }, query: {} }, { signal }),
    LOOK_AGAIN_MS,
  )
  return (
    <Sheet open onOpenChange={onClose} place="panel" title={t('day.title')}>
      {error !== undefined && <ErrorState error={error} onRetry={again} />}
      {!data && error === undefined && <Loading />}
      {data && <DayFacts data={data} siteId={siteId} onChange={(next) => put(() => next)} />}
    </Sheet>
  )
}

function DayFacts({
  data,
  siteId,
  onChange,
}: {
  readonly data: TillDay
  readonly siteId: string
  readonly onChange: (day: TillDay) => void
}) {
  const { t } = useTranslation('till')
  const { locale } = useLocale()
  const [counted, setCounted] = useState('')
  const [error, setError] = useState<unknown>()
  const key = useRef(crypto.randomUUID())
  const { day, currency, zone, totals, sales, closed } = data
  const amount = (minor: number) => money(minor, currency, locale)
  const countedMinor = Math.round(Number(counted) * 100)
  const close = () => {
    closeDay({ params: { siteId }, body: { day, countedMinor } }, { key: key.current }).then(onChange, setError)
  }
  const undo = (orderId: string) => {
    voidSale({ params: { siteId, orderId }, body: { reason: t('receipt.slip') } }).then(onChange, setError)
  }
  return (
    <div className="space-y-4">
      <dl>
        <dt className="sr-only">{t('day.date')}</dt>
        <dd className="font-semibold">{dayText(day, locale)}</dd>
        {(['cash', 'card_terminal', 'purse'] as const).map((payment) => (
          <div key={payment} className="figures flex justify-between">
            <dt>{t(`pay.${payment}`)}</dt>
            <dd>{amount(totals[payment])}</dd>
          </div>
        ))}
      </dl>
      {closed ? (
        <p className="rounded-control bg-info-50 px-3 py-2 text-info">
          {t('day.closed', {
            counted: amount(closed.countedMinor),
            difference: amount(closed.countedMinor - totals.cash),
          })}
        </p>
      ) : (
        <div className="flex items-end gap-2">
          <div className="flex-1">
            <TextField
              label={t('day.counted')}
              inputMode="decimal"
              value={counted}
              onChange={({ target }) => setCounted(target.value.replace(',', '.'))}
            />
          </div>
          <Button
            kind="secondary"
            disabledBecause={counted === '' || !Number.isFinite(countedMinor) ? t('day.countFirst') : undefined}
            onClick={close}
          >
            {t('day.close')}
          </Button>
        </div>
      )}
      {error !== undefined && <Problems error={error} />}
      <h3 className="font-semibold">{t('day.sales', { count: sales.length })}</h3>
      <ul className="divide-y divide-line">
        {sales.map(({ orderId, number, soldAt, payment, paidMinor, voided }) => (
          <li key={orderId} className="flex items-center gap-2 py-1">
            <span className="figures flex-1">
              {number} · {time(soldAt, zone)} · {t(`pay.${payment}`)}
            </span>
            <span className="figures">{amount(paidMinor)}</span>
            {voided ? (
              <Tag>{t('day.voided')}</Tag>
            ) : (
              !closed && (
                <Button kind="quiet" size="small" onClick={() => undo(orderId)}>
                  {t('day.void', { number })}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
