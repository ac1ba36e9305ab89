import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { listFapiao, requestFapiao } from '../../api/fapiao'
import type { Order } from '../../api/store'
import { useAnswer } from '../../api/use-answer'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'
import { FapiaoLines } from './fapiao-lines'

/** Issued by a worker: seen a moment later. */
const CHECK_MS = 5_000

/** A fapiao for the person's own part of an order; nothing where others paid it all. */
export function OwnFapiao({ order }: { readonly order: Order }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const ask = (signal: AbortSignal) => listFapiao({ params: { orderId: order.id } }, { signal })
  const { data, again } = useAnswer(ask, CHECK_MS)
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState(order.contact.name)
  const [taxNumber, setTaxNumber] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  if (!data || (data.fapiao.length === 0 && data.ownMinor <= 0)) return null
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const body = { title, taxNumber: taxNumber.trim() === '' ? null : taxNumber }
      await requestFapiao({ params: { orderId: order.id }, body })
      setOpen(false)
      again()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="fapiao" className="rounded-card border border-line bg-surface p-4">
      <h2 id="fapiao" className="font-semibold">
        {t('fapiao.title')}
      </h2>
      {data.fapiao.length > 0 ? (
        <FapiaoLines fapiao={data.fapiao} currency={order.currency} />
      ) : (
        <>
          <p className="text-ink-2">{t('fapiao.own', { amount: money(data.ownMinor, order.currency, locale) })}</p>
          <Button kind="secondary" className="mt-3" onClick={() => setOpen(true)}>
            {t('fapiao.ask')}
          </Button>
        </>
      )}
      <Sheet open={open} onOpenChange={setOpen} title={t('fapiao.ask')} description={t('fapiao.text')}>
        <form
          className="mt-2 space-y-3"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <TextField
            label={t('fapiao.buyer')}
            value={title}
            required
            maxLength={100}
            onChange={(event) => setTitle(event.target.value)}
          />
          <TextField
            label={t('fapiao.taxNumber')}
            hint={t('fapiao.taxNumberHint')}
            value={taxNumber}
            maxLength={20}
            autoCapitalize="characters"
            onChange={(event) => setTaxNumber(event.target.value)}
          />
          {error !== undefined && <Problems error={error} />}
          <Button type="submit" size="large" wide busy={busy}>
            {t('fapiao.send')}
          </Button>
        </form>
      </Sheet>
    </section>
  )
}
