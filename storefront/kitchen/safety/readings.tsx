import { useState } from 'react'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { Tag } from '../../ui/tag'
import { noteReading, type Read } from './api'
import { CelsiusField } from './celsius-field'
import { CorrectSheet } from './correct-sheet'
import { Sensors } from './sensors'
import { PlaceSelect } from './place-select'
import { type OfBook, useAct } from './use-act'

const PLACES = ['cold_store', 'freezer', 'hot_cabinet', 'sample_fridge', 'vehicle', 'food'] as const

/** A temperature to write down, and those of the last day. */
export function Readings({ book, site, onDone }: OfBook) {
  const { t } = useTranslation('safety')
  const { say } = useLocale()
  const { busy, act } = useAct(onDone)
  const [place, setPlace] = useState<(typeof PLACES)[number]>('cold_store')
  const [batchId, setBatch] = useState('')
  const [celsius, setCelsius] = useState('')
  const [wrong, setWrong] = useState<Read>()
  const batches = book.clocks.filter(({ state }) => state !== 'discarded')
  const nameOf = (id: string | null) => {
    const found = book.clocks.find((clock) => clock.id === id)
    return found ? t('batch', { dish: say(found.name), sequence: found.sequence }) : ''
  }
  const save = () => {
    const food = place === 'food' ? { batchId: batchId || (batches[0]?.id ?? '') } : {}
    const body = { place, celsius: Number(celsius), ...food }
    act(
      () => noteReading({ params: { siteId: site.id }, body }),
      () => setCelsius(''),
    )
  }
  return (
    <>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <PlaceSelect places={PLACES} value={place} onChange={setPlace} />
        {place === 'food' && (
          <Select label={t('which')} value={batchId} onChange={({ target }) => setBatch(target.value)}>
            {batches.map(({ id }) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </Select>
        )}
        <CelsiusField label={t('celsius')} value={celsius} onChange={setCelsius} />
        <Button type="submit" busy={busy}>
          {t('note')}
        </Button>
      </form>
      <ul className="mt-4 space-y-1">
        {book.readings.map((reading) => (
          <li key={reading.id} className="flex flex-wrap items-center gap-3 rounded-control bg-surface px-3 py-2">
            <span className="figures w-14 text-ink-2">{time(reading.at, site.zone)}</span>
            <b className="figures w-24 whitespace-nowrap">{reading.celsius} °C</b>
            <span className="flex-1">
              {t(`place.${reading.place}`)} {nameOf(reading.batchId)}
            </span>
            <span className="text-secondary text-ink-2">{reading.sensor ?? t(`source.${reading.source}`)}</span>
            {reading.verdict === 'outside' && <Tag kind="warn">{t('outside')}</Tag>}
            {reading.action !== null && (
              <span className="w-full text-secondary">{t('done', { action: reading.action })}</span>
            )}
            {reading.verdict === 'outside' && reading.action === null && (
              <Button kind="secondary" onClick={() => setWrong(reading)}>
                {t('correct')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {wrong && <CorrectSheet reading={wrong} onDone={onDone} onClose={() => setWrong(undefined)} />}
      <Sensors book={book} site={site} onDone={onDone} />
    </>
  )
}
