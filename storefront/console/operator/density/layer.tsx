import { lazy, Suspense, useMemo } from 'react'
import type { DensityAnswer } from '../../../api/density'
import { useTranslation } from '../../../i18n/use-translation'
import { Loaded } from '../../../ui/loaded'
import { Skeleton } from '../../../ui/states'
import { WhenSeen } from '../../../ui/when-seen'
import { BandLegend } from '../band-legend'
import { useCityMap } from '../use-operator'
import type { Asked } from './asked'
import { candidateOverlay, cellOverlay, gapOverlay, NO_OVERLAY, type Overlay } from './overlay'
import { useCandidates, useCoverageGaps, useDensityCells } from './use-density'

const LayerMap = lazy(() => import('./layer-map'))

/** The map of the city with the layer that is asked for, and what its colours say. */
export function Layer({ asked, density }: { readonly asked: Asked; readonly density: DensityAnswer }) {
  const { t } = useTranslation('density')
  const map = useCityMap(density.cityId)
  const overlay = useOverlay(asked)
  const byCommunity = asked.view === 'communities' || asked.view === 'buildings'
  const communities = useMemo(() => (byCommunity ? density.communities : []), [byCommunity, density])
  return (
    <figure className="flex min-w-0 flex-col overflow-hidden rounded-card border border-line bg-surface">
      <div className="relative min-h-80 grow md:min-h-112">
        <Loaded of={map}>
          {(data) => (
            <WhenSeen fallback={<Skeleton className="absolute inset-0" />}>
              <Suspense fallback={<Skeleton className="absolute inset-0" />}>
                <LayerMap map={data} communities={communities} overlay={overlay} chosen={asked.chosen} />
              </Suspense>
            </WhenSeen>
          )}
        </Loaded>
      </div>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-caption">
        {byCommunity || asked.view === 'cells' ? <BandLegend /> : <span>{t(`legend.${asked.view}`)}</span>}
      </figcaption>
    </figure>
  )
}

function useOverlay(asked: Asked): Overlay {
  const { view, metres, chosen } = asked
  const cells = useDensityCells(asked).data?.cells
  const gaps = useCoverageGaps(asked).data?.gaps
  const places = useCandidates(asked).data?.candidates
  return useMemo(() => {
    if (view === 'cells') return cellOverlay(cells ?? [], chosen)
    if (view === 'gaps') return gapOverlay(gaps ?? [], metres, chosen)
    if (view === 'kitchen' || view === 'locker') return candidateOverlay(places ?? [], metres, chosen)
    return NO_OVERLAY
  }, [view, metres, chosen, cells, gaps, places])
}
