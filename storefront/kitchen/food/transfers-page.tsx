import { PackageOpen, Truck } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../../api/use-answer'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { Tag } from '../../ui/tag'
import type { Site } from '../api'
import { SitePage } from '../site-page'
import { type Food, listTransfers, type Moving, type Transfer } from './api'
import { ClockLine } from './clock-line'
import { ReceiveSheet } from './receive-sheet'
import { SendSheet } from './send-sheet'

const LOOK_AGAIN_MS = 15_000

/** The page at /kitchen/transfers: cooked food on its way here, what is here to be sent, and what was sent. */
export default function TransfersPage() {
  const { t } = useTranslation('kitchen-food')
  return (
    <SitePage title={(site) => t('transfersOf', { site })}>
      {(site) => <Transfers key={site.id} site={site} />}
    </SitePage>
  )
}

function Transfers({ site }: { readonly site: Site }) {
  const { t } = useTranslation('kitchen-food')
  const ask = (signal: AbortSignal) => listTransfers({ params: { siteId: site.id } }, { signal })
  const { data, error, again } = useAnswer(ask, LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  const coming = data.transfers.filter(({ toSiteId, receivedAt }) => toSiteId === site.id && receivedAt === null)
  const others = data.transfers.filter((transfer) => !coming.includes(transfer))
  return (
    <main className="min-h-0 flex-1 space-y-6 overflow-y-auto pb-8" tabIndex={0} aria-label={t('transfers')}>
      <section aria-labelledby="coming">
        <h2 id="coming" className="mb-2 text-title font-bold">
          {t('coming', { count: coming.length })}
        </h2>
        {coming.length === 0 && <p className="text-ink-2">{t('nothingComing')}</p>}
        <ul className="grid gap-3 sm:grid-cols-2">
          {coming.map((transfer) => (
            <Coming key={transfer.id} {...{ transfer, site, moving: data }} onDone={again} />
          ))}
        </ul>
      </section>
      <Here food={data.stock} site={site} moving={data} onDone={again} />
      <Sent transfers={others} site={site} moving={data} />
    </main>
  )
}

const nameOf = ({ satellites }: Moving, id: string) => satellites.find((one) => one.id === id)?.name

interface OfSite {
  readonly site: Site
  readonly moving: Moving
}

function Coming({
  transfer,
  site,
  moving,
  onDone,
}: OfSite & { readonly transfer: Transfer; readonly onDone: () => void }) {
  const { t } = useTranslation('kitchen-food')
  const { say } = useLocale()
  const [open, setOpen] = useState(false)
  const from = nameOf(moving, transfer.fromSiteId)
  return (
    <li className="flex flex-col gap-2 rounded-card bg-surface p-4">
      <p className="flex items-baseline justify-between gap-2">
        <b>{say(transfer.name)}</b>
        <span className="figures font-bold text-quantity">{transfer.sent}×</span>
      </p>
      <p className="text-secondary text-ink-2">
        {t(`sentFrom.${transfer.mode}`, { site: from ? say(from) : '', time: time(transfer.sentAt, site.zone) })}
      </p>
      {transfer.clock && <ClockLine clock={transfer.clock} zone={site.zone} />}
      <Button wide icon={<PackageOpen size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {t('receive')}
      </Button>
      {open && <ReceiveSheet transfer={transfer} onDone={onDone} onClose={() => setOpen(false)} />}
    </li>
  )
}

function Here({
  food,
  site,
  moving,
  onDone,
}: OfSite & { readonly food: readonly Food[]; readonly onDone: () => void }) {
  const { t } = useTranslation('kitchen-food')
  const { say } = useLocale()
  const [sending, setSending] = useState<Food>()
  const shown = food.filter(({ state }) => state !== 'discarded')
  return (
    <section aria-labelledby="here">
      <h2 id="here" className="mb-2 text-title font-bold">
        {t('here')}
      </h2>
      {shown.length === 0 && <EmptyState title={t('nothingHere')} text={t('nothingHereText')} />}
      <ul className="space-y-2">
        {shown.map((batch) => (
          <li key={batch.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-surface p-3">
            <span className="min-w-48 flex-1">
              {t('batch', { dish: say(batch.name), sequence: batch.sequence })}
              <ClockLine clock={batch} zone={site.zone} />
            </span>
            <b className="figures text-quantity">{batch.portions}×</b>
            <Button
              kind="secondary"
              icon={<Truck size={20} aria-hidden />}
              disabledBecause={batch.state === 'good' ? undefined : t('notGood')}
              aria-label={t('sendOf', { dish: say(batch.name), sequence: batch.sequence })}
              onClick={() => setSending(batch)}
            >
              {t('send')}
            </Button>
          </li>
        ))}
      </ul>
      {sending && (
        <SendSheet
          food={sending}
          siteId={site.id}
          satellites={moving.satellites}
          onDone={onDone}
          onClose={() => setSending(undefined)}
        />
      )}
    </section>
  )
}

function Sent({ transfers, site, moving }: OfSite & { readonly transfers: readonly Transfer[] }) {
  const { t } = useTranslation('kitchen-food')
  const { say } = useLocale()
  if (transfers.length === 0) return null
  return (
    <section aria-labelledby="moved">
      <h2 id="moved" className="mb-2 text-title font-bold">
        {t('moved')}
      </h2>
      <ul className="space-y-2">
        {transfers.map((transfer) => {
          const { id, name, sent, received, missing, reason, fromSiteId, toSiteId, mode } = transfer
          const out = fromSiteId === site.id
          const other = nameOf(moving, out ? toSiteId : fromSiteId)
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-control bg-surface px-3 py-2">
              <span className="min-w-48 flex-1">
                {say(name)}
                <span className="block text-secondary text-ink-2">
                  {t(out ? `sentTo.${mode}` : `sentFrom.${mode}`, {
                    site: other ? say(other) : '',
                    time: time(transfer.sentAt, site.zone),
                  })}
                </span>
              </span>
              <span className="figures">
                {received === null ? t('underWay', { sent }) : t('arrived', { sent, received })}
              </span>
              {missing > 0 && (
                <Tag kind="warn">{t('missing', { count: missing, reason: reason || t('noReason') })}</Tag>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
