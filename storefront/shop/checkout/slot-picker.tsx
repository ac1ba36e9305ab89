import type { Quote } from '../../api/store'
import { day, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Select } from '../../ui/field'

/** The slot chosen for a meal, by menu day: when it begins, as the quote says it. */
export type ChosenSlots = Readonly<Record<string, string>>

/** What is still on offer of what was chosen, as an order wants it: another point may have other slots or none. */
export const slotsToOrder = (quote: Quote, chosen: ChosenSlots) =>
  quote.groups.flatMap(({ menuDayId, slots }) => {
    const slot = slots.find(({ from }) => from === chosen[menuDayId])
    return slot ? [{ menuDayId, from: slot.from }] : []
  })

/** Asks when to bring each meal that may be brought in a narrow slot; nothing where none can be chosen. */
export function SlotPicker({
  quote,
  zone,
  chosen,
  onChoose,
}: {
  readonly quote: Quote
  readonly zone: string
  readonly chosen: ChosenSlots
  readonly onChoose: (chosen: ChosenSlots) => void
}) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const span = (slot: { readonly from: string; readonly to: string }) =>
    `${time(slot.from, zone)}–${time(slot.to, zone)}`
  return quote.groups
    .filter(({ slots }) => slots.length > 0)
    .map(({ menuDayId, serviceDate, period, servesFrom, servesTo, slots }) => (
      <Select
        key={menuDayId}
        label={
          quote.groups.length > 1
            ? `${t('checkout.when')} · ${day(serviceDate, locale)} ${t(`ui:period.${period}`)}`
            : t('checkout.when')
        }
        value={slots.some(({ from }) => from === chosen[menuDayId]) ? chosen[menuDayId] : ''}
        onChange={(event) => onChoose({ ...chosen, [menuDayId]: event.target.value })}
      >
        <option value="">{t('checkout.anyTime', { slot: span({ from: servesFrom, to: servesTo }) })}</option>
        {slots.map((slot) => (
          <option key={slot.from} value={slot.from}>
            {span(slot)}
          </option>
        ))}
      </Select>
    ))
}
