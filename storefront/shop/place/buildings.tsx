import { useTranslation } from '../../i18n/use-translation'
import { Link } from 'react-router'
import type { Building, City } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'

/** The buildings of a community, as their numbers stand on the walls. */
export function Buildings({
  community,
  buildings,
}: {
  readonly community: City['communities'][number]
  readonly buildings: readonly Building[]
}) {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  return (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      {buildings.map(({ id, name, floors, lift }) => (
        <li key={id}>
          <Link
            to={`/place?community=${community.id}&building=${id}`}
            className="flex h-full min-h-16 flex-col justify-center rounded-card border border-line bg-surface px-3 py-2 hover:border-control active:bg-brand-50"
          >
            <span className="font-semibold">{say(name)}</span>
            <span className="text-secondary text-ink-2">
              {t('place.floors', { count: floors })}
              {!lift && ` · ${t('place.noLift')}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
