import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { FormSheet } from '../../ui/form-sheet'
import { EmptyState } from '../../ui/states'
import { type Clock, holdBatch } from './api'
import { CelsiusField } from './celsius-field'
import { CoolingLine } from './cooling-line'
import { type OfBook, useAct } from './use-act'
import { useUseBy } from './use-by'

const BUTTON =
  'min-h-[48px] rounded-control border border-control px-3 text-secondary font-bold hover:bg-line disabled:text-ink-2'
const MODES = ['hot', 'chilled', 'ambient'] as const
const ORDER = { reheat_or_discard: 0, expired: 1, good: 2, discarded: 3 }

/** Every batch with its clock, what has to be done first. */
export function Clocks({ book, site, onDone }: OfBook) {
  const { t } = useTranslation('safety')
  if (book.clocks.length === 0) return <EmptyState title={t('noClocks')} text={t('noClocksText')} />
  const inTurn = book.clocks.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || (a.useBy < b.useBy ? -1 : 1))
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(340px,1fr))] gap-3">
      {inTurn.map((clock) => (
        <ClockCard key={clock.id} clock={clock} siteId={site.id} zone={site.zone} onDone={onDone} />
      ))}
    </ul>
  )
}

function ClockCard({
  clock,
  siteId,
  zone,
  onDone,
}: {
  readonly clock: Clock
  readonly siteId: string
  readonly zone: string
  readonly onDone: () => void
}) {
  const { t } = useTranslation('safety')
  const { say } = useLocale()
  const { busy, act } = useAct(onDone)
  const [asks, setAsks] = useState<'reheated' | 'discarded'>()
  const useBy = useUseBy(zone)
  const { id: batchId, state, mode } = clock
  const params = { siteId, batchId }
  const bad = state === 'reheat_or_discard' || state === 'expired'
  return (
    <li className={`rounded-card bg-surface p-4 ${state === 'discarded' ? 'text-ink-2' : ''}`}>
      <p className="flex items-baseline justify-between gap-2">
        <span className="text-[1.125rem]">{t('batch', { dish: say(clock.name), sequence: clock.sequence })}</span>
        <span className="figures font-bold text-quantity">{clock.portions}×</span>
      </p>
      <p
        className={`mt-1 flex items-center gap-1.5 font-bold ${bad ? 'rounded-control bg-late px-2 py-1 text-white' : ''}`}
      >
        {bad ? <TriangleAlert size={20} aria-hidden /> : <Check size={20} aria-hidden />}
        {t(`state.${state}`)}
      </p>
      <p className="mt-1 text-secondary text-ink-2">
        {t('cookedAt', { time: time(clock.cookedAt, zone) })} · {t(`mode.${mode}`)} ·{' '}
        {t('useBy', { time: useBy(clock) })}
        {clock.reheatBy && state === 'good' && <> · {t('reheatBy', { time: time(clock.reheatBy, zone) })}</>}
      </p>
      {clock.cooling && state !== 'discarded' && <CoolingLine cooling={clock.cooling} zone={zone} />}
      {state !== 'discarded' && (
        <div className="mt-3 flex flex-wrap gap-2">
          {state !== 'expired' &&
            MODES.filter((one) => one !== mode).map((one) => (
              <button
                key={one}
                type="button"
                disabled={busy}
                className={BUTTON}
                onClick={() => act(() => holdBatch({ params, body: { mode: one } }))}
              >
                {t(`to.${one}`)}
              </button>
            ))}
          {state !== 'expired' && (
            <button type="button" className={BUTTON} onClick={() => setAsks('reheated')}>
              {t('to.reheated')}
            </button>
          )}
          <button type="button" className={BUTTON} onClick={() => setAsks('discarded')}>
            {t('to.discarded')}
          </button>
        </div>
      )}
      {asks && (
        <HoldSheet
          name={say(clock.name)}
          mode={asks}
          onClose={() => setAsks(undefined)}
          onSubmit={async (celsius, key) => {
            await holdBatch({ params, body: { mode: asks, ...(celsius === undefined ? {} : { celsius }) } }, { key })
            onDone()
          }}
        />
      )}
    </li>
  )
}

function HoldSheet({
  name,
  mode,
  onClose,
  onSubmit,
}: {
  readonly name: string
  readonly mode: 'reheated' | 'discarded'
  readonly onClose: () => void
  readonly onSubmit: (celsius: number | undefined, key: string) => Promise<void>
}) {
  const { t } = useTranslation('safety')
  const [celsius, setCelsius] = useState('')
  return (
    <FormSheet
      title={t(`to.${mode}`)}
      description={name}
      submit={t(`to.${mode}`)}
      danger={mode === 'discarded'}
      onClose={onClose}
      onSubmit={(key) => onSubmit(mode === 'reheated' ? Number(celsius) : undefined, key)}
    >
      {mode === 'reheated' ? (
        <CelsiusField label={t('core')} value={celsius} onChange={setCelsius} />
      ) : (
        <p>{t('discardText')}</p>
      )}
    </FormSheet>
  )
}
