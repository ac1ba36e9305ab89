import { useEffect } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { Link } from '../address/link'
import { match } from '../address/match'
import { Pages } from '../address/pages'
import { go, useAddress } from '../address/use-address'
import { LogOutButton, SessionGate, useSession } from '../api/session-gate'
import { LanguageButton } from '../ui/language-button'
import { Tag } from '../ui/tag'
import { AREAS, type Area } from './areas'

const ROLES = [...new Set(AREAS.flatMap(({ roles }) => roles))]

/** The desk of procurement, dispatch, operations and suppliers: a side bar of what the person may see, and one page. */
export function ConsoleFrame() {
  return (
    <SessionGate roles={ROLES}>
      <Desk />
    </SessionGate>
  )
}

function Desk() {
  const { t } = useTranslation('console')
  const { me, installation } = useSession()
  const { path } = useAddress()
  const areas = AREAS.filter(({ roles }) => me.roles.some(({ role }) => roles.includes(role)))
  const pages = areas.flatMap((area) => area.pages)
  const first = pages[0]?.path
  const elsewhere = path === '/console' && !pages.some((page) => match(page.path, path))

  // somebody without the overview starts at their own first page
  useEffect(() => {
    if (elsewhere && first) go(first, { replace: true })
  }, [elsewhere, first])

  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[208px_minmax(0,1fr)]">
      <a className="sr-only focus:not-sr-only" href="#content">
        {t('ui:skipToContent')}
      </a>
      <header className="border-line bg-surface p-3 max-md:border-b md:sticky md:top-0 md:flex md:h-dvh md:flex-col md:border-r">
        <p className="flex items-center gap-2 px-2 text-[16px] font-bold text-brand-800">
          {t('name')} {installation.demo && <Tag kind="warn">{t('ui:demo')}</Tag>}
        </p>
        <nav aria-label={t('menu')} className="mt-3 md:flex-1">
          <ul className="gap-1 max-md:flex max-md:overflow-x-auto">
            {areas.map((area) => (
              <AreaLink key={area.label} area={area} />
            ))}
          </ul>
        </nav>
        <div className="flex flex-wrap items-center justify-between gap-1 border-t border-line pt-2 max-md:mt-2">
          <span className="truncate px-2 text-secondary text-ink-2" title={me.name}>
            {me.name}
          </span>
          <span className="flex">
            <LanguageButton />
            <LogOutButton />
          </span>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="w-full max-w-[1600px] p-4 outline-none md:p-5">
        {!elsewhere && <Pages pages={pages} />}
      </main>
    </div>
  )
}

function AreaLink({ area }: { readonly area: Area }) {
  const { t } = useTranslation('console')
  const to = area.pages[0]?.path ?? '/console'
  return (
    <li>
      <Link
        to={to}
        section={to !== '/console'}
        className="flex min-h-target items-center gap-2 rounded-control px-2 whitespace-nowrap text-ink hover:bg-canvas aria-[current=page]:bg-brand-50 aria-[current=page]:font-semibold aria-[current=page]:text-brand-800"
      >
        <area.icon size={17} aria-hidden />
        {t(area.label)}
      </Link>
    </li>
  )
}
