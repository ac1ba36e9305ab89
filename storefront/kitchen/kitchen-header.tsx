import { Flame, History, Menu, Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import type { Live } from '../api/use-stream'
import { LiveMark } from '../ui/live-mark'
import type { Site, Station } from './api'
import type { Chosen } from './choose-service'
import { ServiceSelect, SiteSelect } from './service-select'
import { StationTabs } from './station-tabs'

/** What is in it needs the network anyway. */
const MoreSheet = lazy(() => import('./more/more-sheet').then(({ MoreSheet: Component }) => ({ default: Component })))

export interface KitchenHeaderProps {
  readonly sites: readonly Site[]
  readonly site: Site
  readonly chosen: Chosen
  /** Tickets of the chosen service that are not ready. */
  readonly openCount: number
  readonly stations: readonly Station[]
  readonly station: string | null
  readonly live: Live
  /** The number of the ticket an undo would take back. */
  readonly undoNumber: string | undefined
  readonly onUndo: () => void
  readonly finishedCount: number
  readonly onFinished: () => void
}

const BUTTON =
  'flex min-h-[48px] shrink-0 items-center gap-2 rounded-control border border-control px-3 text-secondary hover:bg-line disabled:cursor-not-allowed disabled:border-line disabled:text-ink-2'

/** Where this tablet stands, the way back, and whether the line is up. */
export function KitchenHeader(props: KitchenHeaderProps) {
  const { t } = useTranslation('kitchen')
  const [isMore, setMore] = useState(false)
  const { sites, site, chosen, openCount, stations, station, live, undoNumber, onUndo, finishedCount, onFinished } =
    props
  return (
    <header className="border-b border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="flex items-center gap-2">
          <Flame size={26} aria-hidden className="shrink-0 text-quantity" />
          <span className="sr-only">{t('name')}</span>
        </h1>
        <SiteSelect sites={sites} site={site} />
        <ServiceSelect site={site} chosen={chosen} open={openCount} />
        <span className="flex-1" />
        <LiveMark state={live.state} ageSeconds={live.ageSeconds} />
        <button
          type="button"
          className={BUTTON}
          disabled={undoNumber === undefined}
          aria-label={undoNumber === undefined ? t('undo') : t('undoTicket', { number: undoNumber })}
          onClick={onUndo}
        >
          <Undo2 size={20} aria-hidden />
          {t('undo')}
          {undoNumber !== undefined && <span className="figures font-bold">{undoNumber}</span>}
        </button>
        <button type="button" className={BUTTON} onClick={onFinished}>
          <History size={20} aria-hidden />
          {t('recent')}
          <span className="figures font-bold">{finishedCount}</span>
        </button>
        <button type="button" className={BUTTON} onClick={() => setMore(true)}>
          <Menu size={20} aria-hidden />
          {t('menu')}
        </button>
      </div>
      <StationTabs stations={stations} station={station} />
      {isMore && (
        <Suspense>
          <MoreSheet open onOpenChange={setMore} site={site} chosen={chosen} />
        </Suspense>
      )}
    </header>
  )
}
