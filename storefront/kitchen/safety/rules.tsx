import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Tag } from '../../ui/tag'
import type { Book } from './api'

const UNITS: Readonly<Record<string, (value: number) => string>> = {
  sampleGrams: (grams) => `${grams} g`,
  cookCore: (tenths) => `${tenths / 10} °C`,
  hotFrom: (tenths) => `${tenths / 10} °C`,
  coldTo: (tenths) => `${tenths / 10} °C`,
  frozenTo: (tenths) => `${tenths / 10} °C`,
}
const hours = (minutes: number) => `${minutes / 60} h`

/** The figures the clocks go by, each with where it is written and whether anybody has compared it. */
export function Rules({ book }: { readonly book: Book }) {
  const { t } = useTranslation('safety')
  const { say } = useLocale()
  return (
    <>
      <p className="mb-2">{t('profile', { name: say(book.profile.name) })}</p>
      <ul className="space-y-1">
        {Object.entries(book.profile.rules).map(([name, { value, source, verified }]) => (
          <li key={name} className="flex flex-wrap items-center gap-3 rounded-control bg-surface px-3 py-2">
            <span className="min-w-0 flex-1">{t(`rule.${name as 'cookCore'}`)}</span>
            <b className="figures">{(UNITS[name] ?? hours)(value)}</b>
            <span className="text-secondary text-ink-2">{source}</span>
            {!verified && <Tag kind="warn">{t('unverified')}</Tag>}
          </li>
        ))}
        {book.profile.cooling.map(({ to, within }) => (
          <li key={within.value} className="flex flex-wrap items-center gap-3 rounded-control bg-surface px-3 py-2">
            <span className="min-w-0 flex-1">{t('coolingStep')}</span>
            <b className="figures">{t('coolTo', { celsius: to.value / 10, hours: within.value / 60 })}</b>
            <span className="text-secondary text-ink-2">{to.source}</span>
            {!to.verified && <Tag kind="warn">{t('unverified')}</Tag>}
          </li>
        ))}
      </ul>
    </>
  )
}
