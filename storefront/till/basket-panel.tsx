import { Minus, Plus, UserRound } from 'lucide-react'
import { money } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Button, IconButton } from '../ui/button'
import { Card } from '../ui/card'
import { Segmented } from '../ui/choice'
import { Problems } from '../ui/states'
import type { Counts, Member, Mode, Offer } from './api'
import { PayerLines } from './payer-lines'
import type { SaleQuote } from './use-sale-quote'

export interface BasketPanelProps {
  readonly offers: readonly Offer[]
  readonly counts: Counts
  readonly member: Member | undefined
  readonly mode: Mode
  readonly quote: SaleQuote
  readonly onPut: (offerId: string, more: number) => void
  readonly onMode: (mode: Mode) => void
  /** Asks for a member, or forgets the one who is there. */
  readonly onMember: () => void
  readonly onPay: () => void
}

/** What was pressed, for whom, and what it comes to. */
export function BasketPanel({ offers, counts, member, mode, quote, onPut, onMode, onMember, onPay }: BasketPanelProps) {
  const { t } = useTranslation('till')
  const { locale, say } = useLocale()
  const lines = offers.filter(({ id }) => counts.has(id))
  const { data } = quote
  return (
    <Card as="section" className="max-lg:mt-4 lg:sticky lg:top-16 lg:self-start">
      <h2 className="sr-only">{t('basket')}</h2>
      <div className="space-y-3">
        <Segmented
          label={t('mode.label')}
          options={[
            { value: 'dine_in', label: t('mode.dine_in') },
            { value: 'takeaway', label: t('mode.takeaway') },
          ]}
          value={mode}
          onChange={onMode}
        />
        <Button kind="secondary" wide icon={<UserRound size={20} aria-hidden />} onClick={onMember}>
          {member ? t('member.leave', { name: member.name || member.code }) : t('member.find')}
        </Button>
        {lines.length === 0 && <p className="text-ink-2">{t('empty')}</p>}
        <ul>
          {lines.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-1">
              <span className="min-w-0 flex-1 truncate">{say(name)}</span>
              <IconButton label={t('less', { name: say(name) })} onClick={() => onPut(id, -1)}>
                <Minus size={18} aria-hidden />
              </IconButton>
              <span className="figures w-6 text-center">{counts.get(id)}</span>
              <IconButton label={t('more', { name: say(name) })} onClick={() => onPut(id, 1)}>
                <Plus size={18} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
        {quote.error !== undefined && <Problems error={quote.error} />}
        {data && (
          <>
            <p className="figures flex justify-between text-ink-2">
              <span>{t('total')}</span>
              <span>{money(data.totalMinor, data.currency, locale)}</span>
            </p>
            <PayerLines payers={data.payers} currency={data.currency} />
            <p className="figures flex justify-between text-title font-bold">
              <span>{t('due')}</span>
              <span>{money(data.dueMinor, data.currency, locale)}</span>
            </p>
          </>
        )}
        <Button wide size="large" disabledBecause={data ? undefined : t('nothingToPay')} onClick={onPay}>
          {t('pay.open')}
        </Button>
      </div>
    </Card>
  )
}
