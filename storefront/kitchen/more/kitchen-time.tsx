import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'

const MOST = 100_000

/** How many minutes of work a meal may ask of the kitchen, beside its portions; nothing: portions alone count. */
export function KitchenTime({
  minutes,
  onSet,
}: {
  readonly minutes: number | null
  readonly onSet: (minutes: number | null) => void
}) {
  const { t } = useTranslation('kitchen')
  const [typed, setTyped] = useState(minutes === null ? '' : String(minutes))
  return (
    <form
      className="mt-3 flex items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onSet(typed === '' ? null : Number(typed))
      }}
    >
      <div className="flex-1">
        <TextField
          label={t('minutesPerMeal')}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <Button type="submit" kind="secondary">
        {t('setMinutes')}
      </Button>
    </form>
  )
}
