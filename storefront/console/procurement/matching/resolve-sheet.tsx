import { useState } from 'react'
import { Link } from '../../../address/link'
import { type Discrepancy, resolveDiscrepancy } from '../../../api/procurement-matching'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Segmented } from '../../../ui/choice'
import { Facts } from '../../../ui/facts'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { Sheet } from '../../../ui/sheet'
import { notify } from '../../../ui/toast'
import { useAmounts } from '../use-amounts'
import { useRefresh } from '../use-procurement'
import { useSides } from './use-sides'

/** One discrepancy: both sides of it, and the decision: pay, ask for a credit, or bear it. */
export function ResolveSheet({
  discrepancy,
  onClose,
}: {
  readonly discrepancy: Discrepancy
  readonly onClose: () => void
}) {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const { yuan } = useAmounts()
  const refresh = useRefresh()
  // goods lost between our own sites are nobody's invoice
  const actions = discrepancy.kind === 'transfer' ? (['write_off'] as const) : (['credit', 'accept'] as const)
  const [action, setAction] = useState<'accept' | 'credit' | 'write_off'>(actions[0])
  const [note, setNote] = useState('')
  const title = `${t(`kind.${discrepancy.kind}`)} · ${say(discrepancy.ingredient)}`
  if (discrepancy.status !== 'open')
    return (
      <Sheet open title={title} description={t(`status.${discrepancy.status}`)} onOpenChange={onClose}>
        <Sides discrepancy={discrepancy} />
      </Sheet>
    )
  const send = async (key: string) => {
    await resolveDiscrepancy({ params: { discrepancyId: discrepancy.id }, body: { action, note } }, { key })
    await refresh()
    void notify({ text: t(`resolved.${action}`, { amount: yuan(discrepancy.amountMinor) }) })
  }
  return (
    <FormSheet title={title} submit={t(`action.${action}`)} onSubmit={send} onClose={onClose}>
      <Sides discrepancy={discrepancy} />
      {actions.length > 1 && (
        <Segmented
          label={t('action.label')}
          value={action}
          options={actions.map((value) => ({ value, label: t(`action.${value}`) }))}
          onChange={setAction}
        />
      )}
      <p className="text-ink-2">{t(`actionText.${action}`, { amount: yuan(discrepancy.amountMinor) })}</p>
      <TextField
        label={buying('form.note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormSheet>
  )
}

function Sides({ discrepancy }: { readonly discrepancy: Discrepancy }) {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const { say } = useLocale()
  const { yuan } = useAmounts()
  const { expected, found } = useSides()(discrepancy)
  const { supplier, site, orderId, orderNumber, invoiceNumber, note } = discrepancy
  return (
    <Facts
      facts={{
        [t('expected')]: expected,
        [t('found')]: found,
        [buying('columns.amount')]: yuan(discrepancy.amountMinor),
        [buying('columns.supplier')]: supplier ? say(supplier) : undefined,
        [buying('columns.site')]: say(site),
        [t('order')]: orderId ? (
          <Link className="text-brand-700 underline" to={`/console/procurement/orders?order=${orderId}`}>
            {orderNumber}
          </Link>
        ) : undefined,
        [t('invoice')]: invoiceNumber ?? undefined,
        [buying('columns.note')]: note || undefined,
      }}
    />
  )
}
