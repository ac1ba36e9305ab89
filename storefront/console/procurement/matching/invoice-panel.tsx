import { setSearch } from '../../../address/use-address'
import { type Invoice, showInvoice } from '../../../api/procurement-matching'
import { day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Facts } from '../../../ui/facts'
import { Loaded } from '../../../ui/loaded'
import { Sheet } from '../../../ui/sheet'
import { Tag } from '../../../ui/tag'
import { useAmounts } from '../use-amounts'
import { useAsked } from '../use-procurement'
import { usePrice } from './use-sides'

const close = () => setSearch({ invoice: null })
const KINDS = { agreed: 'brand', within_tolerance: 'neutral', differs: 'danger' } as const

/** One invoice, line by line beside what was ordered and what came. */
export default function InvoicePanel({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTranslation('procurement-matching')
  const { locale, say } = useLocale()
  const { yuan } = useAmounts()
  const asked = useAsked(['invoice', invoiceId], (signal) => showInvoice({ params: { invoiceId } }, { signal }))
  const { data } = asked
  return (
    <Sheet
      open
      place="panel"
      onOpenChange={close}
      title={data ? `${data.number} · ${say(data.supplier)}` : t('pages.invoices')}
      description={data && t(`invoiceStatus.${data.status}`)}
    >
      <Loaded of={asked}>
        {(invoice) => (
          <div className="space-y-4">
            <Facts
              facts={{
                [t('order')]: invoice.orderNumber,
                [t('issued')]: day(invoice.issuedOn, locale),
                [t('due')]: day(invoice.dueOn, locale),
                [t('total')]: yuan(invoice.totalMinor),
                [t('payable')]: <span className="font-semibold">{yuan(invoice.payableMinor)}</span>,
              }}
            />
            <ul className="divide-y divide-line border-y border-line">
              {invoice.lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </Sheet>
  )
}

function Line({ line }: { readonly line: Invoice['lines'][number] }) {
  const { t } = useTranslation('procurement-matching')
  const { say } = useLocale()
  const { quantity, yuan } = useAmounts()
  const price = usePrice()
  const of = (value: number) => quantity(value, line.unit)
  return (
    <li className="py-2">
      <p className="flex items-center justify-between gap-3">
        <span className="font-medium">{say(line.ingredient)}</span>
        <Tag kind={KINDS[line.match]}>{t(`match.${line.match}`)}</Tag>
      </p>
      <dl className="figures mt-1 grid grid-cols-3 gap-2 text-secondary">
        {(
          [
            ['ordered', of(line.ordered), price(line.orderPrice, line.unit)],
            ['received', of(line.received), ''],
            ['invoiced', of(line.invoiced), price(line.invoicePrice, line.unit)],
          ] as const
        ).map(([side, amount, each]) => (
          <div key={side}>
            <dt className="text-ink-2">{t(side)}</dt>
            <dd className="text-body">{amount}</dd>
            <dd className="text-ink-2">{each}</dd>
          </div>
        ))}
      </dl>
      <p className="figures mt-1 text-right text-secondary">
        {t('payable')} {yuan(line.payableMinor)} / {yuan(line.amountMinor)}
      </p>
    </li>
  )
}
