import { X } from 'lucide-react'
import { useState } from 'react'
import { type MenuOfDay, type Menus, replaceMenuDay } from '../../../api/menus'
import { day as dayText } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button, IconButton } from '../../../ui/button'
import { Select, TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'

/** One meal of one day with other dishes than its rotation has; without any it is closed. */
export function DaySheet({
  siteId,
  day,
  dishes,
  onClose,
  onSaved,
}: {
  readonly siteId: string
  readonly day: MenuOfDay
  readonly dishes: Menus['dishes']
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const { t } = useTranslation('recipes')
  const { locale, say } = useLocale()
  const [served, setServed] = useState(day.dishes)
  const { serviceDate, period } = day
  const save = (next: MenuOfDay['dishes'] | null) => async (key: string) => {
    await replaceMenuDay({ params: { siteId, serviceDate, period }, body: { dishes: next } }, { key })
    void notify({ text: t('menus.saved') })
    onSaved()
  }
  const back = () => void save(null)(crypto.randomUUID()).then(onClose)
  const unused = dishes.filter(({ id }) => !served.some(({ dishId }) => dishId === id))
  const nameOf = (dishId: string) => say(dishes.find(({ id }) => id === dishId)?.name ?? { zh: dishId, en: dishId })
  return (
    <FormSheet
      title={`${dayText(serviceDate, locale)} · ${t(`ui:period.${period}`)}`}
      description={t('menus.dayText')}
      submit={t(served.length === 0 ? 'menus.close' : 'menus.save')}
      danger={served.length === 0}
      onClose={onClose}
      onSubmit={save(served)}
    >
      <ul className="space-y-2">
        {served.map(({ dishId, portions }) => (
          <li key={dishId} className="grid grid-cols-[minmax(0,1fr)_96px_44px] items-end gap-2">
            <span className="pb-2">{nameOf(dishId)}</span>
            <TextField
              label={t('menus.portions')}
              type="number"
              min={1}
              required
              value={String(portions)}
              onChange={({ target }) =>
                setServed(
                  served.map((one) => (one.dishId === dishId ? { dishId, portions: Number(target.value) } : one)),
                )
              }
            />
            <IconButton
              label={t('remove', { name: nameOf(dishId) })}
              onClick={() => setServed(served.filter((one) => one.dishId !== dishId))}
            >
              <X size={18} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Select
        label={t('menus.add')}
        value=""
        onChange={({ target }) => target.value && setServed([...served, { dishId: target.value, portions: 50 }])}
      >
        <option value="">{t('choose')}</option>
        {unused.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </Select>
      {day.origin === 'exception' && (
        <Button kind="quiet" onClick={back}>
          {t('menus.back')}
        </Button>
      )}
    </FormSheet>
  )
}
