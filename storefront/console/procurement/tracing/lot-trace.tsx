import { Download } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../../api/session-gate'
import { type LotTrace as Trace, traceLot } from '../../../api/procurement-tracing'
import { count } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button, buttonLook } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Tag } from '../../../ui/tag'
import { fullDate } from '../full-date'
import { BlockLot } from '../stock/block-lot'
import { ExpiryTag } from '../stock/expiry-tag'
import { useAmounts } from '../use-amounts'
import { useAsked } from '../use-procurement'
import { Contacts } from './contacts'
import { Relatives } from './relatives'
import { TracedBatches } from './traced-batches'
import { TracedOrders } from './traced-orders'

/** Everything a lot went into: how many batches, orders and people, and what to do about it. */
export default function LotTrace({ lotId }: { readonly lotId: string }) {
  const asked = useAsked(['tracing', 'lot', lotId], (signal) => traceLot({ params: { lotId } }, { signal }))
  return <Loaded of={asked}>{(trace) => <Traced trace={trace} />}</Loaded>
}

function Traced({ trace }: { readonly trace: Trace }) {
  const { t } = useTranslation('procurement-tracing')
  const { locale } = useLocale()
  const { me } = useSession()
  const [act, setAct] = useState<'block' | 'contacts'>()
  const { lot, totals } = trace
  const figures = [
    ['batches', totals.batches],
    ['orders', totals.orders],
    ['residents', totals.residents],
    ['portions', totals.portions],
  ] as const
  const close = () => setAct(undefined)
  return (
    <div className="space-y-4">
      <Card as="section">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <LotHead trace={trace} />
          <div className="flex flex-wrap gap-2">
            <a
              className={buttonLook({ kind: 'secondary' })}
              href={`/api/procurement/tracing/lots/${lot.id}/epcis.json`}
              download
            >
              <Download size={16} aria-hidden /> EPCIS
            </a>
            {me.roles.some(({ role }) => role === 'operator') && (
              <Button kind="secondary" onClick={() => setAct('contacts')}>
                {t('contacts.show')}
              </Button>
            )}
            {!lot.blocked && (
              <Button kind="danger" onClick={() => setAct('block')}>
                {t('block')}
              </Button>
            )}
          </div>
        </div>
        <ul className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-4">
          {figures.map(([figure, value]) => (
            <li key={figure} className="rounded-card bg-canvas px-4 py-3">
              <span className="figures block text-headline font-bold">{count(value, locale)}</span>
              <span className="text-secondary text-ink-2">{t(`totals.${figure}`)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-caption text-ink-2">{t('took', { ms: count(trace.tookMs, locale) })}</p>
      </Card>
      <TracedOrders orders={trace.orders} all={totals.orders} />
      <TracedBatches batches={trace.batches} unit={lot.unit} />
      <Relatives trace={trace} />
      {act === 'block' && <BlockLot lot={lot} onClose={close} />}
      {act === 'contacts' && <Contacts lotId={lot.id} onClose={close} />}
    </div>
  )
}

function LotHead({ trace: { lot, delivery, wasted, returned } }: { readonly trace: Trace }) {
  const { t } = useTranslation('procurement-tracing')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  const of = (value: number) => quantity(value, lot.unit)
  const facts = [
    lot.supplier && say(lot.supplier),
    say(lot.site),
    delivery && delivery.orderNumber,
    `${buying('columns.expires')} ${fullDate(lot.expiresOn, locale)}`,
    t('received', { quantity: of(lot.receivedQuantity) }),
    t('left', { quantity: of(lot.quantity) }),
    wasted > 0 && t('wasted', { quantity: of(wasted) }),
    returned > 0 && t('returned', { quantity: of(returned) }),
  ].filter((fact) => typeof fact === 'string')
  return (
    <div>
      <h2 className="flex flex-wrap items-center gap-2 text-title font-semibold">
        {say(lot.ingredient)} · {lot.code} <ExpiryTag daysLeft={lot.daysLeft} />
        {lot.blocked && <Tag kind="danger">{buying('expiry.blocked')}</Tag>}
      </h2>
      <p className="text-ink-2">{facts.join(' · ')}</p>
    </div>
  )
}
