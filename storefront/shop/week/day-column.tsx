import { useId } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Offer, Place, Quote } from '../../api/store'
import { day as dayName, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Tag } from '../../ui/tag'
import { type CartLine, putInCart, quantityOf, takeOut } from '../cart'
import { useDayName } from '../home/day-name'
import { DayCover } from './day-cover'
import { DishChoice } from './dish-choice'
import { isOpen, offersOf, picksOf, type WeekDay } from './picks'

/** One day of the week: its dishes, of which one is chosen, and what that costs whom. */
export function DayColumn({
  day,
  place,
  now,
  lines,
  quote,
  shown,
}: {
  readonly day: WeekDay
  readonly place: Place
  readonly now: string
  readonly lines: readonly CartLine[]
  readonly quote: Quote | undefined
  /** On a narrow screen one day is in sight at a time. */
  readonly shown: boolean
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const inWords = useDayName({ now, place })
  const group = useId()
  const offers = offersOf(day)
  const picked = picksOf(day, lines)
  const open = isOpen(day)
  // who still takes orders comes first
  const menus = day.menus.toSorted((a, b) => Number(b.open) - Number(a.open))
  const choose = ({ id: offerId, name, priceMinor, companyMinor, currency }: Offer, quantity: number) => {
    const line = { offerId, name, priceMinor, companyMinor, currency }
    putInCart(
      place.communityId,
      line,
      quantity,
      offers.map(({ id }) => id).filter((id) => id !== offerId),
    )
  }
  return (
    <section
      aria-label={dayName(day.date, locale)}
      className={`rounded-card border border-line bg-surface p-3 ${shown ? '' : 'max-lg:hidden'}`}
    >
      <h2 className="flex flex-wrap items-center gap-2 font-semibold">
        {dayName(day.date, locale)}
        {day.holiday && <Tag kind="info">{t('week.holiday')}</Tag>}
        {offers.length > 0 && !open && <Tag kind="warn">{t('week.closed')}</Tag>}
      </h2>
      {offers.length === 0 ? (
        <p className="mt-1 text-secondary text-ink-2">{t('week.noMenu')}</p>
      ) : (
        <fieldset className="mt-2 space-y-1.5">
          <legend className="sr-only">{dayName(day.date, locale)}</legend>
          {menus.map((menu) => (
            <div key={menu.menuDayId} className="space-y-1.5">
              <p className="text-secondary text-ink-2">
                {day.menus.length > 1 && <b className="block font-medium text-ink">{say(menu.site.name)}</b>}
                {menu.open
                  ? t('week.until', { time: `${inWords(menu.cutoffAt)} ${time(menu.cutoffAt, menu.zone)}` })
                  : t('week.closed')}
              </p>
              {menu.offers.map((offer) => (
                <DishChoice
                  key={offer.id}
                  {...{ offer, group }}
                  open={menu.open}
                  quantity={quantityOf(picked, offer.id)}
                  onChoose={(quantity) => choose(offer, quantity)}
                />
              ))}
            </div>
          ))}
          <label className="flex min-h-target items-center gap-2 px-2.5 text-secondary text-ink-2">
            <input
              type="radio"
              name={group}
              checked={picked.length === 0}
              onChange={() =>
                takeOut(
                  place.communityId,
                  offers.map(({ id }) => id),
                )
              }
              className="size-5 shrink-0 accent-brand-600"
            />
            {t('week.none')}
          </label>
        </fieldset>
      )}
      {quote && picked.length > 0 && <DayCover day={day} quote={quote} />}
    </section>
  )
}
