import { ChevronRight } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { Link } from 'react-router'
import type { City } from '../../api/store'
import { count } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { CHOICE } from './choice'

const SITE_TYPES = ['residential', 'office', 'transit', 'school', 'hospital', 'leisure', 'retail', 'factory'] as const

/** The communities of a city by district; other cities one tap away. */
export function Communities({ cities, city }: { readonly cities: readonly City[]; readonly city: City }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const districts = [...new Set(city.communities.map(({ district }) => say(district)))]
  const kindOf = (siteType: string) => SITE_TYPES.find((known) => known === siteType)
  return (
    <>
      {cities.length > 1 && (
        <nav aria-label={t('place.city')}>
          <ul className="flex rounded-card bg-line/70 p-1">
            {cities.map((one) => (
              <li key={one.id} className="flex-1">
                <Link
                  to={`/place?city=${one.id}`}
                  aria-current={one.id === city.id ? 'true' : undefined}
                  className="flex min-h-target items-center justify-center rounded-control text-center aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:outline-1 aria-[current]:outline-control"
                >
                  {say(one.name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {districts.map((district) => (
        <section key={district} className="mt-4">
          <h2 className="mb-2 font-semibold text-ink-2">{district}</h2>
          <ul className="space-y-2">
            {city.communities
              .filter((community) => say(community.district) === district)
              .map(({ id, name, households, siteType }) => {
                const kind = kindOf(siteType)
                return (
                  <li key={id}>
                    <Link to={`/place?community=${id}`} className={CHOICE}>
                      <span className="min-w-0 flex-1">
                        <span className="block truncate font-semibold">{say(name)}</span>
                        <span className="block text-secondary text-ink-2">
                          {kind && t(`siteType.${kind}`)}
                          {households > 0 &&
                            ` · ${t('place.households', { count: households, shown: count(households, locale) })}`}
                        </span>
                      </span>
                      <ChevronRight size={20} aria-hidden className="text-ink-2" />
                    </Link>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
    </>
  )
}
