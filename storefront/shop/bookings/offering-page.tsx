import { ChevronLeft, MapPin } from 'lucide-react'
import { Link, redirect, useLoaderData, useNavigate, useRevalidator } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { type Offering, showOffering } from '../../api/bookings'
import { type Place, showMenu } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { notify } from '../../ui/toast'
import { CartBar } from '../checkout/cart-bar'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { addBooking, type BookingWish } from './cart-bookings'
import { Ladder } from './ladder'
import { PlaceForm } from './place-form'
import { SlotForm } from './slot-form'
import { StayChoice } from './stay-choice'

interface Loaded {
  readonly offering: Offering
  readonly place: Place
}

export const loader = loading(async ({ visitor: { fetcher, servicePointId }, params, signal }): Promise<Loaded> => {
  if (!servicePointId) throw redirect('/place')
  const options = { fetcher, signal }
  const offering = await showOffering({ params: { offeringId: params['offeringId'] ?? '' } }, options)
  return { offering, place: (await showMenu({ query: { servicePointId } }, options)).place }
})

/** One thing that can be booked: what it is, what cancelling will cost, and when it is free. */
export function Component() {
  const { offering, place } = useLoaderData<Loaded>()
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { revalidate } = useRevalidator()
  const navigate = useNavigate()
  usePageTitle(say(offering.name))
  const add = (wish: Omit<BookingWish, 'offeringId'>, priceMinor: number) => {
    addBooking({ wish: { ...wish, offeringId: offering.id }, name: offering.name, priceMinor })
    void notify({ text: t('booking.added', { name: say(offering.name) }) })
    void navigate(`/services?section=${offering.section}`)
  }
  return (
    <div className="mx-auto max-w-200 px-4 pb-24">
      <Link to="/services" className="inline-flex min-h-target items-center gap-1 pt-2 text-secondary hover:underline">
        <ChevronLeft size={18} aria-hidden />
        {t('services.title')}
      </Link>
      <h1 className="text-headline font-bold">{say(offering.name)}</h1>
      <p className="text-ink-2">{say(offering.about)}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-secondary text-ink-2">
        <span className="inline-flex items-center gap-1">
          <MapPin size={16} aria-hidden />
          {say(offering.provider)} · {say(offering.address)}
        </span>
        <b className="figures text-ink">
          {offering.fromMinor === 0
            ? t('booking.free')
            : t('booking.from', { amount: money(offering.fromMinor, offering.currency, locale) })}
        </b>
      </p>
      <div className="mt-4 space-y-4">
        {offering.kind === 'service_slot' ? (
          <SlotForm offering={offering} onAdd={(wish) => add(wish, offering.fromMinor)} />
        ) : offering.kind === 'hotel_night' ? (
          <StayChoice
            offering={offering}
            onChoose={({ room, rooms: quantity, from, to, guests }) =>
              add({ subjectId: room.id, from, to, quantity, guests }, room.priceMinor ?? 0)
            }
          />
        ) : (
          <PlaceForm offering={offering} onAdd={add} />
        )}
        <Ladder ladder={offering.ladder} currency={offering.currency} />
      </div>
      <CartBar place={place} onStale={() => void revalidate()} />
    </div>
  )
}
