import { useTranslation } from '../i18n/use-translation'
import type { Site } from './api'
import { setSearch } from '../address/use-address'
import { day } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { type Choice, type Chosen, choicesOf, keyOf } from './choose-service'

const SELECT =
  'min-h-[48px] max-w-72 rounded-control border border-control bg-surface px-2 text-secondary font-semibold text-ink'

/** Which kitchen, if the person works in several. */
export function SiteSelect({ sites, site }: { readonly sites: readonly Site[]; readonly site: Site }) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  if (sites.length === 1) return <p className="max-w-56 truncate text-body font-bold">{say(site.name)}</p>
  const choose = (id: string) => setSearch({ site: id, service: null, station: null })
  return (
    <select
      aria-label={t('kitchen')}
      className={SELECT}
      value={site.id}
      onChange={(event) => choose(event.target.value)}
    >
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {say(name)}
        </option>
      ))}
    </select>
  )
}

/** Which meal of which day, with what is left to do there; `open` is what the board knows of the chosen one. */
export function ServiceSelect({
  site,
  chosen,
  open,
}: {
  readonly site: Site
  readonly chosen: Chosen
  readonly open: number
}) {
  const { t } = useTranslation('kitchen')
  const words = useTranslation('ui')
  const { locale } = useLocale()
  const label = ({ serviceDate, period, open }: Choice) =>
    t('serviceWith', { day: day(serviceDate, locale), period: words.t(`period.${period}`), count: open })
  return (
    <select
      aria-label={t('service')}
      className={SELECT}
      value={keyOf(chosen)}
      onChange={(event) => setSearch({ service: event.target.value })}
    >
      {choicesOf(site, chosen, open).map((choice) => (
        <option key={keyOf(choice)} value={keyOf(choice)}>
          {label(choice)}
        </option>
      ))}
    </select>
  )
}
