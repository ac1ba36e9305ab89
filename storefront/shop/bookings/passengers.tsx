import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'

export interface Passenger {
  readonly name: string
  readonly birthDate: string
}

export const NOBODY: Passenger = { name: '', birthDate: '' }

/** Name and date of birth of everybody who travels; the tour office asks for no more. */
export function Passengers({
  party,
  onChange,
}: {
  readonly party: readonly Passenger[]
  readonly onChange: (party: Passenger[]) => void
}) {
  const { t } = useTranslation('shop')
  const change = (at: number, part: Partial<Passenger>) =>
    onChange(party.map((one, i) => (i === at ? { ...one, ...part } : one)))
  return (
    <ul className="space-y-3">
      {party.map((passenger, i) => (
        // somebody's place in the list is who they are until they have a name
        <li key={`passenger ${i + 1}`} className="grid grid-cols-2 gap-3">
          <TextField
            label={t('booking.passenger', { number: i + 1 })}
            maxLength={60}
            value={passenger.name}
            onChange={({ target }) => change(i, { name: target.value })}
          />
          <TextField
            label={t('booking.born')}
            type="date"
            min="1900-01-01"
            value={passenger.birthDate}
            onChange={({ target }) => change(i, { birthDate: target.value })}
          />
        </li>
      ))}
    </ul>
  )
}
