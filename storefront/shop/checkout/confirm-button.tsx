import { useTranslation } from '../../i18n/use-translation'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import type { Checkout } from './use-checkout'

/** The one act of a checkout; it carries the amount, and after a change it says that it accepts it. */
export function ConfirmButton({ form, checkout }: { readonly form: string; readonly checkout: Checkout }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const { quote, error, busy, outdated, unsure } = checkout
  const word = (due: number) => {
    if (outdated) return due > 0 ? 'checkout.acceptAndPay' : 'checkout.accept'
    return due > 0 ? 'checkout.pay' : 'checkout.covered'
  }
  return (
    <Button
      type="submit"
      form={form}
      size="large"
      wide
      busy={busy}
      disabledBecause={
        quote ? (unsure ? t('allergens.checkFirst') : undefined) : t(error ? 'checkout.noTotal' : 'checkout.counting')
      }
    >
      {quote
        ? t(word(quote.dueMinor), { amount: money(quote.dueMinor, quote.currency, locale) })
        : t('checkout.payWithout')}
    </Button>
  )
}
