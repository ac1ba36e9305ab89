import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { Problems } from '../../ui/states'
import { AllergyCheck } from './allergy-check'
import { ForWhom } from './for-whom'
import { PayWith } from './pay-with'
import { SlotPicker } from './slot-picker'
import type { Checkout } from './use-checkout'
import { WhatChanged } from './what-changed'

/** Who pays, for whom and when it comes, who takes it; with what stands in the way above. */
export function CheckoutFields({ id, checkout }: { readonly id: string; readonly checkout: Checkout }) {
  const { t } = useTranslation('shop')
  const { place, me, payer, quote, error, refusal, outdated, contact, setContact } = checkout
  return (
    <form id={id} noValidate onSubmit={checkout.submit} className="mt-4 space-y-3">
      {(error ?? refusal) !== undefined && <Problems error={refusal ?? error} />}
      {outdated && quote && <WhatChanged was={outdated} now={quote} />}
      {quote && <AllergyCheck quote={quote} agreed={checkout.agreed} onAgree={checkout.setAgreed} />}
      {payer.employed && !checkout.forPersonId && <PayWith value={payer.payWith} onChoose={payer.choose} />}
      {me && <ForWhom value={checkout.forPersonId} onChoose={checkout.setForPerson} />}
      {quote && <SlotPicker quote={quote} zone={place.zone} chosen={checkout.chosen} onChoose={checkout.setChosen} />}
      <TextField
        label={t('checkout.name')}
        name="name"
        autoComplete="name"
        maxLength={40}
        value={contact.name}
        error={checkout.nameMissing ? t('checkout.nameMissing') : undefined}
        onChange={(event) => setContact({ ...contact, name: event.target.value })}
      />
      <TextField
        label={t('checkout.phone')}
        name="tel"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        hint={t('checkout.phoneHint')}
        value={contact.phone}
        error={checkout.phoneWrong ? t('checkout.phoneWrong') : undefined}
        onChange={(event) => setContact({ ...contact, phone: event.target.value })}
      />
      <TextField
        label={t('checkout.note')}
        name="note"
        maxLength={200}
        value={checkout.note}
        onChange={(event) => checkout.setNote(event.target.value)}
      />
    </form>
  )
}
