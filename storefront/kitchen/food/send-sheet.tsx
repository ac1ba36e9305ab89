import { useState } from 'react'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { type Food, type Moving, sendFood } from './api'

/** Portions of a batch to another kitchen, hot or chilled. */
export function SendSheet({
  food,
  siteId,
  satellites,
  onDone,
  onClose,
}: {
  readonly food: Food
  readonly siteId: string
  readonly satellites: Moving['satellites']
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('kitchen-food')
  const { say } = useLocale()
  const [toSiteId, setTo] = useState(satellites[0]?.id ?? '')
  const [portions, setPortions] = useState(String(food.portions))
  const [mode, setMode] = useState<'hot' | 'chilled'>(food.mode === 'chilled' ? 'chilled' : 'hot')
  const send = async (key: string) => {
    const body = { batchId: food.id, toSiteId, portions: Number(portions), mode }
    await sendFood({ params: { siteId }, body }, { key })
    onDone()
  }
  return (
    <FormSheet
      title={t('sendOf', { dish: say(food.name), sequence: food.sequence })}
      description={t('sendText')}
      submit={t('send')}
      onClose={onClose}
      onSubmit={send}
    >
      <Select label={t('to')} value={toSiteId} onChange={({ target }) => setTo(target.value)}>
        {satellites.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </Select>
      <TextField
        label={t('portionsOf', { count: food.portions })}
        type="number"
        inputMode="numeric"
        min={1}
        max={food.portions}
        required
        value={portions}
        onChange={({ target }) => setPortions(target.value)}
      />
      <Segmented
        label={t('how')}
        value={mode}
        options={[
          { value: 'hot', label: t('hot') },
          { value: 'chilled', label: t('chilled') },
        ]}
        onChange={setMode}
      />
    </FormSheet>
  )
}
