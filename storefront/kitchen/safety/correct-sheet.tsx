import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { correctReading, type Read } from './api'

/** What was done about a temperature that was not as it should be; written once. */
export function CorrectSheet({
  reading,
  onDone,
  onClose,
}: {
  readonly reading: Read
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('safety')
  const [action, setAction] = useState('')
  return (
    <FormSheet
      title={t('correct')}
      description={t('correctText', { place: t(`place.${reading.place}`), celsius: reading.celsius })}
      submit={t('note')}
      onClose={onClose}
      onSubmit={async (key) => {
        await correctReading({ params: { readingId: reading.id }, body: { action } }, { key })
        onDone()
      }}
    >
      <TextField
        label={t('action')}
        required
        maxLength={500}
        value={action}
        onChange={({ target }) => setAction(target.value)}
      />
    </FormSheet>
  )
}
