import { useState } from 'react'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { notify } from '../../ui/toast'
import type { Period } from '../api'
import type { Left } from '../board'
import { markSoldOut } from './api'

export interface Meal {
  readonly siteId: string
  readonly serviceDate: string
  readonly period: Period
}

/** A dish ran out: how many portions there still are, and one button that settles the rest. */
export function SoldOutSheet({
  dish,
  meal,
  onClose,
}: {
  readonly dish: Left
  readonly meal: Meal
  readonly onClose: () => void
}) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const [left, setLeft] = useState('0')
  const { siteId, serviceDate, period } = meal
  const settle = async (key: string) => {
    const body = { dishId: dish.dishId, portionsLeft: Number(left) }
    const counts = await markSoldOut({ params: { siteId, serviceDate, period }, body }, { key })
    void notify({ text: t('ranOutDone', counts) })
  }
  return (
    <FormSheet
      title={t('ranOutOf', { dish: say(dish.name) })}
      description={t('ranOutText')}
      submit={t('ranOut')}
      danger
      onClose={onClose}
      onSubmit={settle}
    >
      <TextField
        label={t('portionsLeft')}
        type="number"
        inputMode="numeric"
        min={0}
        required
        value={left}
        onChange={({ target }) => setLeft(target.value)}
      />
    </FormSheet>
  )
}
