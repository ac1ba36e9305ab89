import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from '../../address/link'
import { useStream } from '../../api/use-stream'
import { useTranslation } from '../../i18n/use-translation'
import { LiveMark } from '../../ui/live-mark'
import { Badge } from '../../ui/tag'
import { useOverview, useRefresh } from './use-procurement'

const BASE = '/console/procurement'

/** The parts of restocking; `waiting` is the figure of the overview that a part has to deal with. */
const TABS = [
  { to: BASE, label: 'proposals' },
  { to: `${BASE}/orders`, label: 'orders' },
  { to: `${BASE}/receiving`, label: 'receiving' },
  { to: `${BASE}/gaps`, label: 'gaps', waiting: 'gaps' },
  { to: `${BASE}/matching`, label: 'matching', waiting: 'discrepancies' },
  { to: `${BASE}/stock`, label: 'stock' },
  { to: `${BASE}/counts`, label: 'counts', waiting: 'counts' },
  { to: `${BASE}/suppliers`, label: 'suppliers', waiting: 'papers' },
  { to: `${BASE}/forecasts`, label: 'forecasts' },
  { to: `${BASE}/tracing`, label: 'tracing' },
] as const

/** What stands above every page of restocking: its parts, whether the page is live, and what the page adds. */
export function Shell({ aside, children }: { readonly aside?: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation('procurement')
  const { data } = useOverview()
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        <div className="flex flex-wrap items-center gap-3">
          {data?.streams.map(({ operatorId, version }) => (
            <Follow key={operatorId} operatorId={operatorId} from={version} />
          ))}
          {aside}
        </div>
      </header>
      <nav aria-label={t('tabs.label')} className="relative mt-2 mb-4 flex gap-1 overflow-x-auto border-b border-line">
        {TABS.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            section={tab.to !== BASE}
            className="flex min-h-target items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-ink-2 -outline-offset-3 hover:text-ink aria-[current=page]:border-brand-600 aria-[current=page]:font-semibold aria-[current=page]:text-brand-800"
          >
            {t(`tabs.${tab.label}`)}
            {'waiting' in tab && data && <Badge count={data.count[tab.waiting]} label={t('tabs.waiting')} />}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}

/** Everything the stream tells of; each makes what is on screen ask again. */
const EVENTS = ['order', 'review', 'stock', 'count', 'transfer', 'invoice', 'paper', 'gap', 'forecast']
/** Kitchens take from the shelf all day: what comes within this is asked for once. */
const GATHER_MS = 800

/** Hears what moves at one tenant and asks for the lists again. */
function Follow({ operatorId, from }: { readonly operatorId: string; readonly from: number }) {
  const refresh = useRefresh()
  const waiting = useRef<number>(undefined)
  useEffect(() => () => window.clearTimeout(waiting.current), [])
  const again = () => {
    waiting.current ??= window.setTimeout(() => {
      waiting.current = undefined
      void refresh()
    }, GATHER_MS)
  }
  const on = Object.fromEntries(EVENTS.map((event) => [event, again]))
  const live = useStream(`/api/procurement/stream/${operatorId}`, { from, on })
  return <LiveMark state={live.state} ageSeconds={live.ageSeconds} />
}
