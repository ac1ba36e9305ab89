import { useState } from 'react'
import { blockTime, type Calendar } from '../../api/provider'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { instantOn } from './wall-time'

/** Keeps somebody or something free for a while. */
export function BlockSheet({
  calendar: { provider, resources },
  date,
  onDone,
  onClose,
}: {
  readonly calendar: Calendar
  readonly date: string
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('provider')
  const { say } = useLocale()
  const [resourceId, setResource] = useState(resources[0]?.id ?? '')
  const [from, setFrom] = useState('12:00')
  const [to, setTo] = useState('13:00')
  const block = async (key: string) => {
    const span = { from: instantOn(date, from, provider.zone), to: instantOn(date, to, provider.zone) }
    await blockTime({ params: { providerId: provider.id }, body: { resourceId, ...span } }, { key })
    onDone()
  }
  return (
    <FormSheet title={t('block.add')} submit={t('block.submit')} onSubmit={block} onClose={onClose}>
      <Select label={t('block.who')} value={resourceId} onChange={({ target }) => setResource(target.value)}>
        {resources.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </Select>
      <TextField label={t('from')} type="time" required value={from} onChange={({ target }) => setFrom(target.value)} />
      <TextField label={t('to')} type="time" required value={to} onChange={({ target }) => setTo(target.value)} />
    </FormSheet>
  )
}
