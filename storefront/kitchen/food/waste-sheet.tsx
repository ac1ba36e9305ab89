import { useState } from 'react'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import type { Meal } from '../more/sold-out-sheet'
import { type LeftDish, noteWaste } from './api'

const CAUSES = ['left_over', 'spoilt', 'too_old'] as const

/** Portions nobody ate, and why: only what was left over changes what is planned. */
export function WasteSheet({
  dish,
  meal,
  onDone,
  onClose,
}: {
  readonly dish: LeftDish
  readonly meal: Meal
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('kitchen-food')
  const { say } = useLocale()
  const [portions, setPortions] = useState('')
  const [cause, setCause] = useState<(typeof CAUSES)[number]>('left_over')
  const { siteId, serviceDate, period } = meal
  const save = async (key: string) => {
    const body = { serviceDate, period, dishId: dish.dishId, portions: Number(portions), cause }
    await noteWaste({ params: { siteId }, body }, { key })
    onDone()
  }
  return (
    <FormSheet
      title={t('noteOf', { dish: say(dish.name) })}
      description={t('noteText')}
      submit={t('noteLeft')}
      onClose={onClose}
      onSubmit={save}
    >
      <TextField
        label={t('portions')}
        type="number"
        inputMode="numeric"
        min={1}
        required
        value={portions}
        onChange={({ target }) => setPortions(target.value)}
      />
      <Segmented
        label={t('why')}
        value={cause}
        options={CAUSES.map((value) => ({ value, label: t(`cause.${value}`) }))}
        onChange={setCause}
      />
    </FormSheet>
  )
}
