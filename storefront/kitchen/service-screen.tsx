import { ErrorState, Loading } from '../ui/states'
import type { Site } from './api'
import { BoardScreen } from './board-screen'
import type { Chosen } from './choose-service'
import { ServiceClock } from './service-clock'
import { useBoard } from './use-board'
import type { Touches } from './use-touches'

export interface ServiceScreenProps {
  readonly sites: readonly Site[]
  readonly site: Site
  readonly chosen: Chosen
  /** The station the address names. */
  readonly station: string | null
  readonly touches: Touches
}

/** One service: loaded, followed, and on the service's own clock. */
export function ServiceScreen({ sites, site, chosen, station, touches }: ServiceScreenProps) {
  const service = { siteId: site.id, serviceDate: chosen.serviceDate, period: chosen.period }
  const { asked, board, live, toldTicket, toldBatch } = useBoard(service)
  if (asked.error !== undefined) return <ErrorState error={asked.error} onRetry={asked.again} />
  if (!asked.data || !board) return <Loading />

  const { stations } = asked.data
  const known = stations.some(({ code }) => code === station) ? station : null
  return (
    <ServiceClock at={asked.data.now}>
      <BoardScreen
        sites={sites}
        site={site}
        chosen={chosen}
        stations={stations}
        station={known}
        board={board}
        live={live}
        touches={touches}
        toldTicket={toldTicket}
        toldBatch={toldBatch}
      />
    </ServiceClock>
  )
}
