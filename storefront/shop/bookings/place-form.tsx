import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { Offering, OpenPlace } from '../../api/bookings'
import { grams, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/choice'
import { TextField } from '../../ui/field'
import type { BookingWish } from './cart-bookings'
import { NOBODY, type Passenger, Passengers } from './passengers'
import { PlaceChoice } from './place-choice'

/** A departure, entry, harvest or pick-up time: how many, with what, and who travels. */
export function PlaceForm({
  offering,
  onAdd,
}: {
  readonly offering: Offering
  readonly onAdd: (wish: Omit<BookingWish, 'offeringId'>, priceMinor: number) => void
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const [place, setPlace] = useState<OpenPlace>()
  const [quantity, setQuantity] = useState(1)
  const [options, setOptions] = useState<string[]>([])
  const [party, setParty] = useState<Passenger[]>([NOBODY])
  const travels = offering.kind === 'travel_departure'
  const named = party.every(({ name, birthDate }) => name.trim() !== '' && birthDate !== '')
  const missing = !place ? t('booking.chooseTime') : travels && !named ? t('booking.namesFirst') : undefined
  const added = offering.options.filter(({ id }) => options.includes(id)).reduce((sum, one) => sum + one.addMinor, 0)
  const priceMinor = place ? (place.priceMinor + added) * quantity : 0
  const setCount = (count: number) => {
    setQuantity(count)
    setParty((was) => Array.from({ length: count }, (_, i) => was[i] ?? NOBODY))
  }
  const unit = place?.unitGrams ? grams(place.unitGrams * quantity, locale) : undefined
  return (
    <>
      <PlaceChoice offering={offering} chosen={place} onChoose={setPlace} />
      <TextField
        label={t(place?.unitGrams ? 'booking.units' : 'booking.count')}
        hint={unit ? t('booking.weighed', { weight: unit }) : undefined}
        type="number"
        min={1}
        max={Math.min(20, place?.left ?? 20)}
        value={quantity}
        onChange={({ target }) => setCount(Math.min(20, Math.max(1, Number(target.value))))}
      />
      {travels && <Passengers party={party} onChange={setParty} />}
      {offering.options.length > 0 && (
        <fieldset className="rounded-card border border-line bg-surface p-4">
          <legend className="sr-only">{t('booking.options')}</legend>
          {offering.options.map(({ id, name, addMinor }) => (
            <Checkbox
              key={id}
              label={addMinor > 0 ? `${say(name)} +${money(addMinor, offering.currency, locale)}` : say(name)}
              checked={options.includes(id)}
              onChange={({ target }) =>
                setOptions((was) => (target.checked ? [...was, id] : was.filter((one) => one !== id)))
              }
            />
          ))}
        </fieldset>
      )}
      <Button
        size="large"
        wide
        disabledBecause={missing}
        onClick={() => {
          if (!place) return
          const wish = { subjectId: place.id, quantity, options, ...(travels ? { party } : {}) }
          onAdd(wish, priceMinor)
        }}
      >
        {place ? `${t('booking.add')} · ${money(priceMinor, offering.currency, locale)}` : t('booking.add')}
      </Button>
    </>
  )
}
