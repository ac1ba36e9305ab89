import { useState } from 'react'
import { type DayAhead, putOverride, type Series } from '../../../api/procurement-forecasts'
import { day as dayOf } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { numberIn } from '../quantity-text'
import { useRefresh } from '../use-procurement'
import type { SeriesAddress } from './series-page'

/** Another quantity for one day, with the reason; it is scored against the model once the day is over. */
export function OverrideSheet({
  address,
  series,
  day,
  onClose,
}: {
  readonly address: SeriesAddress
  readonly series: Series
  readonly day: DayAhead
  readonly onClose: () => void
}) {
  const { t } = useTranslation('procurement-forecasts')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const refresh = useRefresh()
  const [typed, setTyped] = useState(String(day.chosen))
  const [reason, setReason] = useState(day.override?.reason ?? '')
  const portions = numberIn(typed)
  const wrong = portions === undefined || portions < 0 || !Number.isInteger(portions)
  const put = async (value: number | null, why: string) => {
    await putOverride({ params: { ...address, serviceDate: day.date }, body: { portions: value, reason: why } })
    await refresh()
    void notify({ text: t(value === null ? 'override.backDone' : 'override.done') })
  }
  const back = async () => {
    await put(null, t('override.backReason'))
    onClose()
  }
  return (
    <FormSheet
      title={`${say(series.dish)} · ${dayOf(day.date, locale)}`}
      description={t('override.text')}
      submit={t('override.save')}
      onSubmit={async () => {
        if (wrong) return false
        await put(portions, reason)
        return true
      }}
      onClose={onClose}
    >
      <TextField
        label={t('override.portions')}
        inputMode="numeric"
        value={typed}
        error={wrong ? buying('form.notNumber') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextField
        label={t('override.reason')}
        required
        minLength={3}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {day.override && (
        <Button kind="quiet" onClick={() => void back()}>
          {t('override.back')}
        </Button>
      )}
    </FormSheet>
  )
}
