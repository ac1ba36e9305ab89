import { useTranslation } from '../../i18n/use-translation'
import { Select } from '../../ui/field'
import type { Read } from './api'

/** Where something is measured. */
export function PlaceSelect<P extends Read['place']>({
  places,
  value,
  onChange,
}: {
  readonly places: readonly P[]
  readonly value: P
  readonly onChange: (place: P) => void
}) {
  const { t } = useTranslation('safety')
  const choose = (name: string) => {
    const place = places.find((one) => one === name)
    if (place) onChange(place)
  }
  return (
    <Select label={t('where')} value={value} onChange={({ target }) => choose(target.value)}>
      {places.map((one) => (
        <option key={one} value={one}>
          {t(`place.${one}`)}
        </option>
      ))}
    </Select>
  )
}
