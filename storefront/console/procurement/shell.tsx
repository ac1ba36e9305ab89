import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { Link } from '../../address/link'
import { useStream } from '../../api/use-stream'
import { LiveMark } from '../../ui/live-mark'
import { Figures } from './figures'
import { PlanNow } from './proposals/plan-now'
import { useOverview, useRefresh } from './use-procurement'

const TABS = [
  { to: '/console/procurement', label: 'proposals' },
  { to: '/console/procurement/orders', label: 'orders' },
  { to: '/console/procurement/receiving', label: 'receiving' },
  { to: '/console/procurement/stock', label: 'stock' },
] as const

/** What stands above every list of restocking: figures that lead to their rows, and the four lists. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('procurement')
  const { data } = useOverview()
  return (
    <>
      <header className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title font-semibold">{t('title')}</h1>
        <div className="flex flex-wrap items-center gap-3">
          {data?.streams.map(({ operatorId, version }) => (
            <Follow key={operatorId} operatorId={operatorId} from={version} />
          ))}
          {data && <PlanNow sites={data.sites} />}
        </div>
      </header>
      <Figures overview={data} />
      <nav aria-label={t('tabs.label')} className="my-4 flex gap-1 border-b border-line">
        {TABS.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            section={to !== '/console/procurement'}
            className="-mb-px min-h-target border-b-2 border-transparent px-3 pt-2 text-ink-2 hover:text-ink aria-[current=page]:border-brand-600 aria-[current=page]:font-semibold aria-[current=page]:text-brand-800"
          >
            {t(`tabs.${label}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}

/** Hears what moves at one tenant and asks for the lists again. */
function Follow({ operatorId, from }: { readonly operatorId: string; readonly from: number }) {
  const refresh = useRefresh()
  const again = () => void refresh()
  const live = useStream(`/api/procurement/stream/${operatorId}`, { from, on: { order: again, review: again } })
  return <LiveMark state={live.state} ageSeconds={live.ageSeconds} />
}
