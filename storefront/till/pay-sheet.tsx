import { useRef, useState } from 'react'
import { money } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Button } from '../ui/button'
import { Segmented } from '../ui/choice'
import { TextField } from '../ui/field'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { type Payment, type Receipt, sell, type TillQuote } from './api'
import { basketOf, type SaleWish } from './use-sale-quote'

/** Notes people hand over, in minor units. */
const NOTES = [1_000, 2_000, 5_000, 10_000]

/** Takes the money: how, how much was given, and what goes back. */
export default function PaySheet({
  wish,
  quote,
  onPayment,
  onClose,
  onSold,
}: {
  readonly wish: SaleWish
  readonly quote: TillQuote | undefined
  readonly onPayment: (payment: Payment) => void
  readonly onClose: () => void
  readonly onSold: (receipt: Receipt) => void
}) {
  const { t } = useTranslation('till')
  const { locale } = useLocale()
  const [given, setGiven] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  // one sale, however often it is pressed
  const key = useRef(crypto.randomUUID())
  const due = quote?.dueMinor ?? 0
  const amount = (minor: number) => money(minor, quote?.currency ?? 'CNY', locale)
  const givenMinor = given === '' ? due : Math.round(Number(given) * 100)
  const isNumber = Number.isFinite(givenMinor)
  const take = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const cash = wish.payment === 'cash' ? givenMinor : null
      const body = { ...basketOf(wish), dueMinor: due, givenMinor: cash }
      onSold(await sell({ params: { siteId: wish.siteId }, body }, { key: key.current }))
    } catch (problem) {
      setError(problem)
      key.current = crypto.randomUUID()
    } finally {
      setBusy(false)
    }
  }
  const types = (['cash', 'card_terminal', ...(wish.member ? (['purse'] as const) : [])] as const).map((value) => {
    return { value, label: t(`pay.${value}`) }
  })
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('pay.title', { amount: amount(due) })}
      footer={
        <Button
          wide
          size="large"
          busy={busy}
          disabledBecause={quote && isNumber ? undefined : t('nothingToPay')}
          onClick={() => void take()}
        >
          {t('pay.take', { amount: amount(due) })}
        </Button>
      }
    >
      <div className="space-y-4">
        <Segmented label={t('pay.how')} options={types} value={wish.payment} onChange={onPayment} />
        {wish.payment === 'cash' && (
          <>
            <TextField
              label={t('pay.given')}
              inputMode="decimal"
              value={given}
              onChange={({ target }) => setGiven(target.value.replace(',', '.'))}
              placeholder={String(due / 100)}
            />
            <div className="flex flex-wrap gap-2">
              {NOTES.map((note) => (
                <Button key={note} kind="secondary" onClick={() => setGiven(String(note / 100))}>
                  {amount(note)}
                </Button>
              ))}
            </div>
            <p className="figures flex justify-between text-title font-bold">
              <span>{t('pay.change')}</span>
              <span>{amount(isNumber ? Math.max(0, givenMinor - due) : 0)}</span>
            </p>
          </>
        )}
        {wish.payment === 'card_terminal' && <p className="text-ink-2">{t('pay.terminalHint')}</p>}
        {error !== undefined && <Problems error={error} />}
      </div>
    </Sheet>
  )
}
