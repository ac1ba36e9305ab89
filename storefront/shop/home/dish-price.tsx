import { useTranslation } from '../../i18n/use-translation'
import type { Offer } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { priceFor, usePayer } from '../checkout/choose-payer'

/** What a dish will be charged at: the company's agreed price where it pays, with the public one beside it. */
export function DishPrice({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const { payWith } = usePayer()
  const { priceMinor, currency } = offer
  const charged = priceFor(payWith, offer)
  return (
    <p className="figures mr-auto text-title font-bold">
      {money(charged, currency, locale)}
      {charged !== priceMinor && (
        <span className="ml-2 text-secondary font-normal text-ink-2">
          {t('dish.publicPrice')} <s>{money(priceMinor, currency, locale)}</s>
        </span>
      )}
    </p>
  )
}
