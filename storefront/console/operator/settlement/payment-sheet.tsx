import { useState } from 'react'
import { type PartyMonth, payParty } from '../../../api/settlement'
import { money } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'

/** Notes money that was sent to a party, by the bank's own reference: the same one twice counts once. */
export function PaymentSheet({
  party: { operatorId, partyId, name, openMinor, currency, payments },
  month,
  onClose,
  onDone,
}: {
  readonly party: PartyMonth
  readonly month: string
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('settlement')
  const { locale, say } = useLocale()
  const [typed, setTyped] = useState(openMinor > 0 ? (openMinor / 100).toFixed(2) : '')
  const [reference, setReference] = useState('')
  const amountMinor = Math.round(Number(typed) * 100)
  const amount = (minor: number) => money(minor, currency, locale)
  const known = payments.some((payment) => payment.reference === reference.trim())
  return (
    <FormSheet
      title={t('payTitle', { name: say(name) })}
      description={t('payText', { amount: amount(openMinor) })}
      submit={t('pay')}
      disabledBecause={known ? t('knownReference') : undefined}
      onClose={onClose}
      onSubmit={async (key) => {
        const body = { amountMinor, reference: reference.trim(), month }
        await payParty({ params: { operatorId, partyId }, body }, { key })
        void notify({ text: t('noted', { amount: amount(amountMinor) }) })
        onDone()
      }}
    >
      <TextField
        label={t('amount')}
        type="number"
        inputMode="decimal"
        min="0.01"
        max="10000000"
        step="0.01"
        required
        value={typed}
        hint={amountMinor > openMinor ? t('more') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextField
        label={t('reference')}
        required
        maxLength={80}
        pattern=".*\S.*"
        value={reference}
        error={known ? t('knownReference') : undefined}
        hint={t('referenceHint')}
        onChange={(event) => setReference(event.target.value)}
      />
    </FormSheet>
  )
}
