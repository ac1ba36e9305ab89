import { useState } from 'react'
import { day, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button, buttonLook } from '../../ui/button'
import { TextField } from '../../ui/field'
import { disposeSample, keepSample } from './api'
import { type OfBook, useAct } from './use-act'

/** What is kept of every dish: what is missing first, then each sample until it may go. */
export function Samples({ book, site, onDone }: OfBook) {
  const { t } = useTranslation('safety')
  const { locale, say } = useLocale()
  const { busy, act } = useAct(onDone)
  const [grams, setGrams] = useState(String(book.sampleGrams))
  const [place, setPlace] = useState('')
  const keep = ({ menuDayId, dishId }: (typeof book.unsampled)[number]) =>
    act(() => keepSample({ params: { siteId: site.id }, body: { menuDayId, dishId, grams: Number(grams), place } }))
  return (
    <>
      <section aria-labelledby="unsampled">
        <h2 id="unsampled" className="text-title font-bold">
          {t('unsampled', { count: book.unsampled.length })}
        </h2>
        <div className="my-2 flex max-w-lg gap-3">
          <TextField
            label={t('grams', { grams: book.sampleGrams })}
            type="number"
            min={1}
            value={grams}
            onChange={({ target }) => setGrams(target.value)}
          />
          <TextField label={t('samplePlace')} value={place} onChange={({ target }) => setPlace(target.value)} />
        </div>
        <ul className="space-y-2">
          {book.unsampled.map((dish) => (
            <li
              key={`${dish.menuDayId} ${dish.dishId}`}
              className="flex items-center justify-between gap-3 rounded-card bg-surface p-3"
            >
              <span>{say(dish.name)}</span>
              <Button
                busy={busy}
                disabledBecause={place.trim() === '' ? t('placeFirst') : undefined}
                aria-label={t('keepOf', { dish: say(dish.name) })}
                onClick={() => keep(dish)}
              >
                {t('keep')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="samples" className="mt-5">
        <h2 id="samples" className="text-title font-bold">
          {t('kept', { count: book.samples.length })}
        </h2>
        <ul className="mt-2 space-y-2">
          {book.samples.map((sample) => {
            const due = sample.keepUntil <= book.now
            return (
              <li key={sample.id} className="flex flex-wrap items-center gap-3 rounded-card bg-surface p-3">
                <span className="min-w-0 flex-1">
                  <b>{say(sample.name)}</b> · {day(sample.serviceDate, locale)} · {sample.grams} g · {sample.place}
                  <span className="block text-secondary text-ink-2">
                    {sample.disposedAt
                      ? t('gone', { time: time(sample.disposedAt, site.zone) })
                      : t('until', {
                          day: day(sample.keepUntil.slice(0, 10), locale),
                          time: time(sample.keepUntil, site.zone),
                        })}
                  </span>
                </span>
                <a
                  className={buttonLook({ kind: 'secondary' })}
                  href={`/api/kitchen/samples/${sample.id}/label.pdf`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('label')}
                </a>
                {!sample.disposedAt && (
                  <Button
                    kind="secondary"
                    busy={busy}
                    disabledBecause={due ? undefined : t('notYet')}
                    onClick={() => act(() => disposeSample({ params: { sampleId: sample.id } }))}
                  >
                    {t('dispose')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </section>
    </>
  )
}
