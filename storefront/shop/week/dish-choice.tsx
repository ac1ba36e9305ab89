import { useTranslation } from '../../i18n/use-translation'
import type { Offer } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Stepper } from '../../ui/stepper'
import { Tag } from '../../ui/tag'
import { AllergyTag } from '../allergy-tag'
import { priceFor, usePayer } from '../checkout/choose-payer'

/** A line of the contract: nobody orders more of one dish at once. */
const MOST = 99
/** From here on it is worth a warning. */
const FEW = 15

/** One dish of a day, as one of a group of radio buttons; chosen, it asks how many. */
export function DishChoice({
  offer,
  group,
  open,
  quantity,
  onChoose,
}: {
  readonly offer: Offer
  /** The day's name, which the radio buttons share. */
  readonly group: string
  readonly open: boolean
  readonly quantity: number
  readonly onChoose: (quantity: number) => void
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { payWith } = usePayer()
  const chosen = quantity > 0
  const gone = !open || offer.soldOut
  return (
    <div
      className={`rounded-control border ${chosen ? 'border-brand-600 bg-brand-50' : 'border-line'} has-focus-visible:outline-3 has-focus-visible:outline-offset-1 has-focus-visible:outline-ring`}
    >
      <label
        className={`flex min-h-target items-start gap-2 px-2.5 py-2 ${gone && !chosen ? 'cursor-not-allowed text-ink-2' : ''}`}
      >
        <input
          type="radio"
          name={group}
          checked={chosen}
          disabled={gone && !chosen}
          onChange={() => onChoose(1)}
          className="mt-0.5 size-5 shrink-0 accent-brand-600"
        />
        <span className="min-w-0 flex-1 leading-snug wrap-anywhere">
          {say(offer.name)}
          <span className="figures mt-0.5 flex flex-wrap items-center gap-1.5 text-secondary text-ink-2">
            <AllergyTag allergens={offer.allergens} />
            {money(priceFor(payWith, offer), offer.currency, locale)}
            {offer.soldOut ? (
              <Tag>{t('dish.soldOut')}</Tag>
            ) : (
              offer.left <= FEW && open && <Tag kind="warn">{t('dish.few', { count: offer.left })}</Tag>
            )}
          </span>
        </span>
      </label>
      {chosen && (
        <div className="flex justify-end px-2 pb-2">
          <Stepper
            name={say(offer.name)}
            value={quantity}
            most={gone ? quantity : Math.min(MOST, offer.left)}
            onChange={onChoose}
          />
        </div>
      )}
    </div>
  )
}
