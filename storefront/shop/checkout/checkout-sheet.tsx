import { type FormEvent, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { useNavigate } from 'react-router'
import { problemOf } from '../../api/problem'
import type { Place, Quote } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Loading, Problems, Skeleton } from '../../ui/states'
import { type CartLine, emptyCart } from '../cart'
import { useShop } from '../frame'
import { contactProblems, rememberedContact } from './contact'
import { ForWhom } from './for-whom'
import { orderAndPay } from './order-and-pay'
import { PayWith } from './pay-with'
import { PayerLines } from './payer-lines'
import { QuoteLines } from './quote-lines'
import { type ChosenSlots, SlotPicker, slotsToOrder } from './slot-picker'
import { useQuote } from './use-quote'

/** Refusals after which the menu behind the sheet is out of date. */
const STALE = new Set([
  'quote_changed',
  'budget_exhausted',
  'purse_short',
  'not_employed',
  'grant_used',
  'proxy_not_agreed',
  'sold_out',
  'cutoff_passed',
  'slot_gone',
  'not_found',
  'not_deliverable',
])

export interface CheckoutProps {
  readonly place: Place
  readonly lines: readonly CartLine[]
  readonly onClose: () => void
  readonly onStale: () => void
}

/** One sheet from the basket to paying: where and when (chosen already), who, and a button with the amount. */
export function CheckoutSheet({ place, lines, onClose, onStale }: CheckoutProps) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const navigate = useNavigate()
  const { me } = useShop()
  const [payWith, setPayWith] = useState<Quote['payWith']>()
  const [forPersonId, setForPerson] = useState<string>()
  const { quote, error, again } = useQuote(place.servicePointId, lines, payWith, forPersonId)
  const [contact, setContact] = useState(() => {
    const kept = rememberedContact()
    return { ...kept, name: kept.name || (me?.name ?? '') }
  })
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<ChosenSlots>({})
  const [touched, setTouched] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const wrong = contactProblems(contact)

  const pay = async (seen: Quote) => {
    setBusy(true)
    setRefusal(undefined)
    const items = lines.map(({ offerId, quantity }) => ({ offerId, quantity }))
    const { servicePointId } = place
    const wish = {
      servicePointId,
      items,
      contact,
      note,
      totalMinor: seen.totalMinor,
      dueMinor: seen.dueMinor,
      payWith: seen.payWith,
      forPersonId,
      slots: slotsToOrder(seen, chosen),
    }
    try {
      const { payAt } = await orderAndPay({ ...wish, known: me !== null, key })
      emptyCart()
      await navigate(payAt)
    } catch (problem) {
      setRefusal(problem)
      const { code, status } = problemOf(problem)
      // a refused purchase is over; one without an answer may have happened and is sent again as the same
      if (status > 0 && status < 500) setKey(crypto.randomUUID())
      if (STALE.has(code)) {
        again()
        onStale()
      }
    } finally {
      setBusy(false)
    }
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTouched(true)
    if (wrong.name || wrong.phone) {
      event.currentTarget.querySelector<HTMLInputElement>(`input[name=${wrong.name ? 'name' : 'tel'}]`)?.focus()
      return
    }
    if (quote && !busy) void pay(quote)
  }

  const amount = quote && money(quote.dueMinor, quote.currency, locale)
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('checkout.title')}
      description={`${say(place.community)} ${say(place.building)} · ${say(place.point)}`}
      footer={
        <Button
          type="submit"
          form="checkout"
          size="large"
          wide
          busy={busy}
          disabledBecause={quote ? undefined : t(error ? 'checkout.noTotal' : 'checkout.counting')}
        >
          {amount ? t(quote.dueMinor > 0 ? 'checkout.pay' : 'checkout.covered', { amount }) : t('checkout.payWithout')}
        </Button>
      }
    >
      {quote ? (
        <>
          <QuoteLines quote={quote} place={place} lines={lines} />
          <PayerLines {...quote} />
        </>
      ) : (
        !error && (
          <Loading>
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-5 w-full" />
            <Skeleton className="h-5 w-full" />
          </Loading>
        )
      )}
      <form id="checkout" noValidate onSubmit={submit} className="mt-4 space-y-3">
        {(error ?? refusal) !== undefined && <Problems error={refusal ?? error} />}
        {(payWith ?? quote?.payWith) === 'company' || payWith ? (
          <PayWith value={payWith ?? 'company'} onChoose={setPayWith} />
        ) : null}
        {me && <ForWhom value={forPersonId} onChoose={setForPerson} />}
        {quote && <SlotPicker quote={quote} zone={place.zone} chosen={chosen} onChoose={setChosen} />}
        <TextField
          label={t('checkout.name')}
          name="name"
          autoComplete="name"
          maxLength={40}
          value={contact.name}
          error={touched && wrong.name ? t('checkout.nameMissing') : undefined}
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
          error={touched && wrong.phone ? t('checkout.phoneWrong') : undefined}
          onChange={(event) => setContact({ ...contact, phone: event.target.value })}
        />
        <TextField
          label={t('checkout.note')}
          name="note"
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Sheet>
  )
}
