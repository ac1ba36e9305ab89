import { useState } from 'react'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { receiveFood, type Transfer } from './api'

/** Counts what arrived; what is missing wants a word. */
export function ReceiveSheet({
  transfer,
  onDone,
  onClose,
}: {
  readonly transfer: Transfer
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('kitchen-food')
  const { say } = useLocale()
  const [count, setCount] = useState(String(transfer.sent))
  const [reason, setReason] = useState('')
  const missing = transfer.sent - Number(count)
  const receive = async (key: string) => {
    const body = { received: Number(count), reason }
    await receiveFood({ params: { transferId: transfer.id }, body }, { key })
    onDone()
  }
  return (
    <FormSheet
      title={t('receiveOf', { dish: say(transfer.name) })}
      description={t('receiveText', { sent: transfer.sent })}
      submit={t('receive')}
      onClose={onClose}
      onSubmit={receive}
    >
      <TextField
        label={t('counted')}
        type="number"
        inputMode="numeric"
        min={0}
        max={transfer.sent}
        required
        value={count}
        onChange={({ target }) => setCount(target.value)}
      />
      {missing > 0 && (
        <TextField
          label={t('whyMissing', { count: missing })}
          required
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
    </FormSheet>
  )
}
