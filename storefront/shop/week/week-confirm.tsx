import { useTranslation } from '../../i18n/use-translation'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Card } from '../../ui/card'
import { CheckoutFields } from '../checkout/checkout-fields'
import { ConfirmButton } from '../checkout/confirm-button'
import { PayerLines } from '../checkout/payer-lines'
import { QuoteLines } from '../checkout/quote-lines'
import type { Checkout } from '../checkout/use-checkout'

const FORM = 'week'

/** All that was chosen, who pays it, and one act that orders it; the act stays in sight. */
export function WeekConfirm({ checkout }: { readonly checkout: Checkout }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const { quote, lines, place } = checkout
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const amount = (minor: number) => money(minor, place.currency, locale)
  return (
    <>
      <Card as="section" className="mx-auto mt-4 max-w-160">
        <h2 className="text-title font-semibold">{t('week.confirm')}</h2>
        <p className="mb-3 text-secondary text-ink-2">{t('week.confirmText')}</p>
        {quote && (
          <>
            <QuoteLines quote={quote} place={place} lines={lines} />
            <PayerLines {...quote} />
          </>
        )}
        <CheckoutFields id={FORM} checkout={checkout} />
      </Card>
      <div className="pointer-events-none fixed inset-x-0 bottom-[calc(60px+env(safe-area-inset-bottom))] z-10 mx-auto max-w-160 px-3 md:bottom-4">
        <div className="pointer-events-auto rounded-card border border-line bg-surface p-3 shadow-float">
          {quote && (
            <p className="figures mb-2 flex flex-wrap justify-between gap-x-3 text-secondary">
              <span>{t('week.chosen', { count })}</span>
              <span>
                {t(quote.totalMinor > quote.dueMinor ? 'week.company' : 'week.own', {
                  others: amount(quote.totalMinor - quote.dueMinor),
                  own: amount(quote.dueMinor),
                })}
              </span>
            </p>
          )}
          <ConfirmButton form={FORM} checkout={checkout} />
        </div>
      </div>
    </>
  )
}
