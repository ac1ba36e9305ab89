import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '../address/link'
import { useAddress } from '../address/use-address'
import { useAnswer } from '../api/use-answer'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { listSites, type Site } from './api'

const LOOK_AGAIN_MS = 30_000

/** A page of one kitchen besides its board: which kitchen the address names, the way back, and what it is about. */
export function SitePage({
  title,
  children,
}: {
  readonly title: (site: string) => string
  readonly children: (site: Site, now: string) => ReactNode
}) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  const { search } = useAddress()
  const { data, error, again } = useAnswer((signal) => listSites(undefined, { signal }), LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  const site = data.sites.find(({ id }) => id === search.get('site')) ?? data.sites[0]
  if (!site) return <EmptyState title={t('noSite')} text={t('noSiteText')} />
  return (
    <div className="mx-auto flex h-dvh max-w-5xl flex-col p-4">
      <header className="mb-3 flex flex-wrap items-center gap-3">
        <Link
          to={`/kitchen?site=${site.id}`}
          className="flex min-h-[48px] items-center gap-2 rounded-control border border-control px-3 hover:bg-line"
        >
          <ArrowLeft size={20} aria-hidden />
          {t('backToBoard')}
        </Link>
        <h1 className="text-title font-bold">{title(say(site.name))}</h1>
      </header>
      {children(site, data.now)}
    </div>
  )
}
