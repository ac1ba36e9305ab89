import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import type { Order, OrderLine } from '../../../api/procurement'
import { useLocale } from '../../../i18n/use-locale'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { ReasonInWords } from './reason'
import { useActs } from './use-acts'
import { useAmounts } from '../use-amounts'

/** The lines of an order; each explains its quantity when it is opened, and can be changed as long as nobody approved. */
export function OrderLines({ order }: { readonly order: Order }) {
  const { t } = useTranslation('procurement-order')
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t('order.lines')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {order.lines.map((line, i) => (
          <li key={line.id} className="py-2">
            <details open={i === 0} className="group">
              <Summary line={line} />
              <div className="mt-2 space-y-2">
                {order.status === 'proposed' && <Packs key={line.packs} order={order} line={line} />}
                <ReasonInWords line={line} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Summary({ line }: { readonly line: OrderLine }) {
  const { t } = useTranslation('procurement-order')
  const { say } = useLocale()
  const { quantity, yuan } = useAmounts()
  const { packs, packSize, unit, confirmedPacks, receivedQuantity, rejectedQuantity } = line
  const progress = [
    confirmedPacks !== null && t('order.confirmed', { packs: confirmedPacks }),
    receivedQuantity > 0 && t('order.receivedSoFar', { quantity: quantity(receivedQuantity, unit) }),
    rejectedQuantity > 0 && t('order.rejected', { quantity: quantity(rejectedQuantity, unit) }),
  ].filter(Boolean)
  return (
    <summary className="flex list-none items-center gap-2 rounded-control hover:bg-canvas">
      <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-2 group-open:rotate-180" />
      <span className="min-w-0 flex-1">
        <span className="font-medium">{say(line.ingredient)}</span>
        <span className="block text-secondary text-ink-2">
          {say(line.packName)} · {t('order.each', { price: yuan(line.priceMinor) })}
        </span>
        {progress.length > 0 && <span className="block text-secondary text-ink-2">{progress.join(' · ')}</span>}
      </span>
      <span className="figures text-right whitespace-nowrap">
        <span className="font-semibold">
          {packs} × {say(line.packName)}
        </span>
        <span className="block text-secondary text-ink-2">
          {quantity(packs * packSize, unit)} · {yuan(packs * line.priceMinor)}
        </span>
      </span>
    </summary>
  )
}

function Packs({ order, line }: { readonly order: Order; readonly line: OrderLine }) {
  const { t } = useTranslation('procurement-order')
  const { say } = useLocale()
  const acts = useActs()
  const [value, setValue] = useState(String(line.packs))
  const [busy, setBusy] = useState(false)
  const packs = /^\d{1,5}$/.test(value) ? Number(value) : undefined
  const save = async () => {
    if (packs === undefined || packs === line.packs) return
    setBusy(true)
    await acts.change(order, line, packs)
    setBusy(false)
  }
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="w-40">
        <TextField
          label={t('order.packs', { ingredient: say(line.ingredient) })}
          inputMode="numeric"
          value={value}
          error={packs === undefined ? t('order.notNumber') : undefined}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      {packs !== line.packs && (
        <Button type="submit" kind="secondary" busy={busy}>
          {t('order.save')}
        </Button>
      )}
    </form>
  )
}
