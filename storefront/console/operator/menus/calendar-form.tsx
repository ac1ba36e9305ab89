import { useState } from 'react'
import { type Menus, setCalendar } from '../../../api/menus'
import { problemOf } from '../../../api/problem'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Checkbox } from '../../../ui/choice'
import { Select } from '../../../ui/field'
import { notify } from '../../../ui/toast'

const WORKDAYS = [1, 2, 3, 4, 5] as const

/** What is served on holidays, and on a weekend day that is worked for a bridge day. */
export function CalendarForm({
  siteId,
  calendar,
  onSaved,
}: {
  readonly siteId: string
  readonly calendar: Menus['calendar']
  readonly onSaved: () => void
}) {
  const { t } = useTranslation('recipes')
  const [draft, setDraft] = useState(calendar)
  const save = () =>
    setCalendar({ params: { siteId }, body: draft }).then(
      () => {
        void notify({ text: t('menus.saved') })
        onSaved()
      },
      (error: unknown) => notify({ kind: 'problem', text: problemOf(error).message }),
    )
  return (
    <form
      className="flex flex-wrap items-end gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Checkbox
        label={t('menus.closedOnHolidays')}
        checked={draft.closedOnHolidays}
        onChange={({ target }) => setDraft({ ...draft, closedOnHolidays: target.checked })}
      />
      <Select
        label={t('menus.madeUpAs')}
        value={draft.madeUpAs ?? ''}
        onChange={({ target }) => setDraft({ ...draft, madeUpAs: target.value ? Number(target.value) : null })}
      >
        <option value="">{t('menus.own')}</option>
        {WORKDAYS.map((weekday) => (
          <option key={weekday} value={weekday}>
            {t(`menus.weekday.${weekday}`)}
          </option>
        ))}
      </Select>
      <Button kind="secondary">{t('menus.save')}</Button>
    </form>
  )
}
