import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Menu, Offer, Place } from '../../api/store'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useCart } from '../cart'
import { CutoffLine } from './cutoff-line'
import { DishCard } from './dish-card'
import { DishSheet } from './dish-sheet'

type SiteMenu = Menu['menus'][number]

/** What one kitchen offers for the meal, by kind of dish. */
export function MenuList({
  menu,
  now,
  place,
  several,
}: {
  readonly menu: SiteMenu
  readonly now: string
  readonly place: Place
  /** Another kitchen serves the same meal: then each has its name and its own cut-off. */
  readonly several: boolean
}) {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const lines = useCart(place.communityId)
  const [shown, setShown] = useState<Offer>()
  const { offers, open, servesFrom, servesTo, zone, site } = menu
  const categories = [...new Set(offers.map(({ category }) => category))]
  const Category = several ? 'h3' : 'h2'
  const slot = `${time(servesFrom, zone)}–${time(servesTo, zone)}`
  return (
    <section aria-label={say(site.name)} className="px-4">
      {several ? (
        <div className="mt-5 border-t border-line pt-4">
          <h2 className="text-title font-semibold">{say(site.name)}</h2>
          <CutoffLine menu={menu} now={now} place={place} />
        </div>
      ) : null}
      <p className="mt-1 text-secondary text-ink-2">{t('home.slot', { slot })}</p>
      {!open && (
        <output className="block mt-3 rounded-card bg-warn-50 px-4 py-3 text-warn">{t('home.closedHint')}</output>
      )}
      <div className="gap-x-6 lg:columns-2">
        {categories.map((category) => (
          <div key={category} className="break-inside-avoid pt-4">
            <Category className="mb-2 text-body font-semibold">{categoryName(t, category)}</Category>
            <ul className="space-y-3">
              {offers
                .filter((offer) => offer.category === category)
                .map((offer) => (
                  <DishCard key={offer.id} {...{ offer, place, open, lines }} onShow={() => setShown(offer)} />
                ))}
            </ul>
          </div>
        ))}
      </div>
      <DishSheet offer={shown} onClose={() => setShown(undefined)} />
    </section>
  )
}

const CATEGORIES = [
  'rice_bowl',
  'stir_fry',
  'braise',
  'steamed',
  'greens',
  'cold',
  'noodles',
  'soup',
  'breakfast',
  'sweet',
  'staple',
] as const

/** A category the shop has no word for yet is one of "more dishes". */
function categoryName(t: ReturnType<typeof useTranslation<'shop'>>['t'], category: string): string {
  const known = CATEGORIES.find((name) => name === category)
  return known ? t(`category.${known}`) : t('category.other')
}
