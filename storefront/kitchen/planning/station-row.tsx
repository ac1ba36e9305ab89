import { type FormEvent, useState } from 'react'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { type SetUp, setUpStation, type StationSetUp } from './api'

const FIELDS = ['places', 'soonMinutes', 'lateMinutes'] as const

/** How much one station does at once, and when its tickets' clocks turn yellow and red. */
export function StationRow({
  siteId,
  station,
  onSave,
}: {
  readonly siteId: string
  readonly station: StationSetUp
  readonly onSave: (work: Promise<SetUp>) => void
}) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const [draft, setDraft] = useState(() => ({
    places: String(station.places),
    soonMinutes: String(station.soonMinutes),
    lateMinutes: String(station.lateMinutes),
  }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { places, soonMinutes, lateMinutes } = draft
    const body = { places: Number(places), soonMinutes: Number(soonMinutes), lateMinutes: Number(lateMinutes) }
    onSave(setUpStation({ params: { siteId, code: station.code }, body }))
  }
  return (
    <li>
      <form
        className="grid grid-cols-[minmax(0,1fr)_7rem_12rem_12rem_auto] items-end gap-3"
        aria-label={say(station.name)}
        onSubmit={submit}
      >
        <p className="pb-2 text-[1.125rem] font-bold">{say(station.name)}</p>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(field)}
            type="number"
            required
            min={field === 'places' ? 1 : 0}
            max={field === 'places' ? 100 : 240}
            value={draft[field]}
            onChange={({ target }) => setDraft({ ...draft, [field]: target.value })}
          />
        ))}
        <Button kind="secondary">{t('save')}</Button>
      </form>
    </li>
  )
}
