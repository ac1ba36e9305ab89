import { useState } from 'react'
import { blockLot, type LotDetail } from '../../../api/procurement-stock'
import { useTranslation } from '../../../i18n/use-translation'
import { Checkbox } from '../../../ui/choice'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { useRefresh } from '../use-procurement'

/** Keeps a lot from use, or every lot of the same supplier and code at every site. */
export function BlockLot({
  lot,
  onClose,
}: {
  readonly lot: Pick<LotDetail, 'id' | 'code'>
  readonly onClose: () => void
}) {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const [everywhere, setEverywhere] = useState(true)
  const send = async (key: string) => {
    const { lots } = await blockLot({ params: { lotId: lot.id }, body: { reason, everywhere } }, { key })
    await refresh()
    void notify({ text: t('block.done', { count: lots.length }) })
  }
  return (
    <FormSheet
      danger
      title={t('block.title', { code: lot.code })}
      description={t('block.text')}
      submit={t('lot.block')}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        label={buying('form.reason')}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Checkbox
        label={t('block.everywhere')}
        hint={t('block.everywhereHint')}
        checked={everywhere}
        onChange={(event) => setEverywhere(event.target.checked)}
      />
    </FormSheet>
  )
}
