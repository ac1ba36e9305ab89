import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import type { Batch, Station } from './api'

/** The steps of a batch with the latest start of each, where there are several; once it is begun they move with it. */
export function BatchSteps({
  batch: { steps, startBy, startedAt },
  zone,
  stations,
}: {
  readonly batch: Batch
  readonly zone: string
  readonly stations: readonly Station[]
}) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  if (steps.length < 2) return null
  const moved = startedAt ? Date.parse(startedAt) - Date.parse(startBy) : 0
  const at = (iso: string) => time(new Date(Date.parse(iso) + moved).toISOString(), zone)
  const nameOf = (code: string) => say(stations.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  return (
    <ol className="mt-1 space-y-0.5 text-secondary text-ink-2">
      {steps.map(({ station, text, attended, startAt }) => (
        <li key={`${startAt} ${station}`} className="grid grid-cols-[3.25rem_1fr] gap-1">
          <span className="figures">{at(startAt)}</span>
          <span>
            {text ? say(text) : t('wholeStep')} · {nameOf(station)}
            {!attended && ` · ${t('alone')}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
