import { useState } from 'react'
import { putTolerance, type Supplier, type Term } from '../../../api/procurement-suppliers'
import { percent } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { numberIn } from '../quantity-text'
import { useAmounts } from '../use-amounts'
import { useRefresh } from '../use-procurement'

/** What a supplier sells: pack, price with its breaks, least and multiple, and how much more is taken. */
export function TermList({ supplier }: { readonly supplier: Supplier }) {
  const { t } = useTranslation('procurement-suppliers')
  const { locale, say } = useLocale()
  const { quantity, yuan } = useAmounts()
  const [changing, setChanging] = useState<Term>()
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t('terms')}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {supplier.terms.map((term) => {
          const notes = [
            t('term.priority', { priority: term.priority }),
            term.minimumPacks > 1 && t('term.minimum', { packs: term.minimumPacks }),
            term.multiplePacks > 1 && t('term.multiple', { packs: term.multiplePacks }),
            ...term.priceBreaks.map(({ packs, priceMinor }) => t('term.break', { packs, price: yuan(priceMinor) })),
          ].filter((note) => typeof note === 'string')
          return (
            <li key={term.ingredientId} className="flex items-start gap-3 py-2">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{say(term.ingredient)}</span>
                <span className="block text-secondary text-ink-2">
                  {say(term.packName)} · {quantity(term.packSize, term.unit)} · {notes.join(' · ')}
                </span>
              </span>
              <span className="text-right">
                <span className="figures block font-semibold">{yuan(term.priceMinor)}</span>
                <Button kind="quiet" size="small" onClick={() => setChanging(term)}>
                  {t('term.over', { percent: percent(term.overDeliveryBps / 10_000, locale) })}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      {changing && <Tolerance supplierId={supplier.id} term={changing} onClose={() => setChanging(undefined)} />}
    </section>
  )
}

function Tolerance({
  supplierId,
  term,
  onClose,
}: {
  readonly supplierId: string
  readonly term: Term
  readonly onClose: () => void
}) {
  const { t } = useTranslation('procurement-suppliers')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const refresh = useRefresh()
  const [typed, setTyped] = useState(String(term.overDeliveryBps / 100))
  const value = numberIn(typed)
  const wrong = value === undefined || value < 0 || value > 100
  const send = async () => {
    if (wrong) return false
    const params = { supplierId, ingredientId: term.ingredientId }
    await putTolerance({ params, body: { overDeliveryBps: Math.round(value * 100) } })
    await refresh()
    void notify({ text: buying('done.done') })
    return true
  }
  return (
    <FormSheet
      title={say(term.ingredient)}
      description={t('term.overText')}
      submit={t('save')}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        label={t('term.overLabel')}
        inputMode="decimal"
        value={typed}
        error={wrong ? buying('form.notNumber') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormSheet>
  )
}
