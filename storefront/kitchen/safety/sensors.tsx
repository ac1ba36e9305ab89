import { useState } from 'react'
import { time } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { addSensor, type Book, removeSensor } from './api'
import { PlaceSelect } from './place-select'
import { type OfBook, useAct } from './use-act'

const PLACES = ['cold_store', 'freezer', 'hot_cabinet', 'sample_fridge', 'vehicle'] as const

/** The thermometers that report by themselves, and a way to hang up another. */
export function Sensors({ book, site, onDone }: OfBook) {
  const { t } = useTranslation('safety')
  const { busy, act } = useAct(onDone)
  const [adding, setAdding] = useState(false)
  const [key, setKey] = useState<string>()
  const heard = ({ heardAt }: Book['sensors'][number]) =>
    heardAt ? t('heard', { time: time(heardAt, site.zone) }) : t('notHeard')
  return (
    <section aria-labelledby="sensors" className="mt-6">
      <h2 id="sensors" className="text-title font-bold">
        {t('sensors')}
      </h2>
      <ul className="my-2 space-y-1">
        {book.sensors.map((sensor) => (
          <li key={sensor.id} className="flex flex-wrap items-center gap-3 rounded-control bg-surface px-3 py-2">
            <span className="min-w-40 flex-1">
              {sensor.name} · {t(`place.${sensor.place}`)}
            </span>
            <span className="text-secondary text-ink-2">{heard(sensor)}</span>
            <Button
              kind="quiet"
              busy={busy}
              aria-label={t('removeSensor', { name: sensor.name })}
              onClick={() => act(() => removeSensor({ params: { sensorId: sensor.id } }))}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {key !== undefined && (
        <output className="mb-2 block rounded-control bg-note/15 px-3 py-2">
          {t('keyOnce')} <code className="break-all select-all">{key}</code>
        </output>
      )}
      <Button kind="secondary" onClick={() => setAdding(true)}>
        {t('addSensor')}
      </Button>
      {adding && (
        <AddSensor
          siteId={site.id}
          onAdded={(told) => {
            setKey(told)
            onDone()
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  )
}

function AddSensor({
  siteId,
  onAdded,
  onClose,
}: {
  readonly siteId: string
  readonly onAdded: (key: string) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('safety')
  const [name, setName] = useState('')
  const [place, setPlace] = useState<(typeof PLACES)[number]>('cold_store')
  const add = async (key: string) => {
    const added = await addSensor({ params: { siteId }, body: { name, place } }, { key })
    onAdded(added.key)
  }
  return (
    <FormSheet
      title={t('addSensor')}
      description={t('addSensorText')}
      submit={t('addSensor')}
      onClose={onClose}
      onSubmit={add}
    >
      <TextField
        label={t('sensorName')}
        required
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <PlaceSelect places={PLACES} value={place} onChange={setPlace} />
    </FormSheet>
  )
}
