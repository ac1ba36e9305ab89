import { useTranslation } from '../../i18n/use-translation'
import type { Offer, Place } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { DishArt } from '../../ui/dish-art'
import { Stepper } from '../../ui/stepper'
import { type CartLine, putInCart, quantityOf } from '../cart'
import { DishPrice } from './dish-price'
import { DishTags } from './dish-tags'

/** A line of the contract: nobody orders more of one dish at once. */
const MOST = 99

/** One dish to put into the basket in place; its picture and name open what is in it. */
export function DishCard({
  offer,
  place,
  open,
  lines,
  onShow,
}: {
  readonly offer: Offer
  readonly place: Place
  readonly open: boolean
  readonly lines: readonly CartLine[]
  readonly onShow: () => void
}) {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const { id: offerId, priceMinor, companyMinor, currency, name } = offer
  const quantity = quantityOf(lines, offerId)
  const gone = offer.soldOut || !open
  return (
    <li className="flex gap-3 rounded-card border border-line bg-surface p-3">
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        onClick={onShow}
        className="size-24 shrink-0 overflow-hidden rounded-[10px]"
      >
        <DishArt art={offer.art} seed={offer.dishId} dim={gone} />
      </button>
      <div className="flex min-w-0 flex-1 flex-col">
        <p>
          <button
            type="button"
            onClick={onShow}
            className="line-clamp-2 text-left font-semibold hover:underline"
            title={say(name)}
          >
            {say(name)}
          </button>
        </p>
        <p className="line-clamp-2 text-secondary text-ink-2" title={say(offer.description)}>
          {say(offer.description)}
        </p>
        <DishTags offer={offer} />
        <div className="mt-auto flex min-h-target flex-wrap items-center justify-end gap-x-2 pt-2">
          <DishPrice offer={offer} />
          {gone && quantity === 0 ? (
            <p className="font-semibold text-ink-2">{t(offer.soldOut ? 'dish.soldOut' : 'dish.closed')}</p>
          ) : (
            <Stepper
              name={say(name)}
              value={quantity}
              most={gone ? quantity : Math.min(MOST, offer.left)}
              onChange={(next) =>
                putInCart(place.communityId, { offerId, priceMinor, companyMinor, currency, name }, next)
              }
            />
          )}
        </div>
      </div>
    </li>
  )
}
