import { useState } from 'react'
import { reviewSignal, type Signal } from '../../api/subsidies'
import { useTranslation } from '../../i18n/use-translation'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'

const OUTCOMES = ['harmless', 'watching', 'misuse'] as const

/** What came of looking at a signal, with a word about it. */
export function ReviewSheet({
  operatorId,
  signal: { signal, serviceDate, kind, review },
  onClose,
  onDone,
}: {
  readonly operatorId: string
  readonly signal: Signal
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('subsidies')
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>(review?.outcome ?? 'harmless')
  const [note, setNote] = useState(review?.note ?? '')
  return (
    <FormSheet
      title={t('lookAt')}
      description={t(`signal.${kind}`)}
      submit={t('keep')}
      onClose={onClose}
      onSubmit={async (key) => {
        await reviewSignal({ params: { operatorId, signal }, body: { serviceDate, outcome, note } }, { key })
        onDone()
      }}
    >
      <Select
        label={t('cameOfIt')}
        value={outcome}
        onChange={(event) => setOutcome(OUTCOMES.find((one) => one === event.target.value) ?? 'harmless')}
      >
        {OUTCOMES.map((one) => (
          <option key={one} value={one}>
            {t(`outcome.${one}`)}
          </option>
        ))}
      </Select>
      <TextField label={t('note')} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
    </FormSheet>
  )
}
