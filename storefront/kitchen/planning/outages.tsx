import { type FormEvent, useState } from 'react'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { listSites, type Site } from '../api'
import { mendOutage, type Outage, reportOutage, type SetUp } from './api'

/** What is broken and until when, and how it is reported. */
export function Outages({
  site,
  setUp: { stations, outages },
  onSave,
}: {
  readonly site: Site
  readonly setUp: SetUp
  readonly onSave: (work: Promise<SetUp>) => void
}) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const [draft, setDraft] = useState({ station: stations[0]?.code ?? '', places: '1', minutes: '60' })
  const nameOf = (code: string) => say(stations.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const report = async () => {
    // counted on the service's clock, which need not be this tablet's
    const { now } = await listSites()
    const until = new Date(Date.parse(now) + Number(draft.minutes) * 60_000).toISOString()
    const body = { station: draft.station, places: Number(draft.places), until }
    return reportOutage({ params: { siteId: site.id }, body })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(report())
  }
  const words = ({ station, places, until }: Outage) =>
    t('broken', { station: nameOf(station), count: places, time: time(until, site.zone) })
  return (
    <section className="mt-8" aria-label={t('outages')}>
      <h2 className="mb-2 text-[1.25rem] font-bold">{t('outages')}</h2>
      {outages.length === 0 && <p className="text-ink-2">{t('outageNone')}</p>}
      <ul className="space-y-2">
        {outages.map((outage) => (
          <li key={outage.id} className="flex items-center justify-between gap-3 rounded-card bg-surface p-3">
            <span>{words(outage)}</span>
            <Button kind="secondary" onClick={() => onSave(mendOutage({ params: { outageId: outage.id } }))}>
              {t('mended')}
            </Button>
          </li>
        ))}
      </ul>
      <form className="mt-4 grid grid-cols-[minmax(0,1fr)_8rem_10rem_auto] items-end gap-3" onSubmit={submit}>
        <Select
          label={t('station')}
          value={draft.station}
          onChange={({ target }) => setDraft({ ...draft, station: target.value })}
        >
          {stations.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </Select>
        <TextField
          label={t('outagePlaces')}
          type="number"
          min={1}
          required
          value={draft.places}
          onChange={({ target }) => setDraft({ ...draft, places: target.value })}
        />
        <TextField
          label={t('outageFor')}
          type="number"
          min={1}
          max={40_000}
          required
          value={draft.minutes}
          onChange={({ target }) => setDraft({ ...draft, minutes: target.value })}
        />
        <Button>{t('reportOutage')}</Button>
      </form>
    </section>
  )
}
